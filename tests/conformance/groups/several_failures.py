import asyncio


async def bad(e):
    await asyncio.sleep(0)
    raise e


async def bad_cleanup():
    try:
        await asyncio.sleep(5)
    finally:
        raise KeyError("cleanup")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(ValueError(1)))
            tg.create_task(bad(TypeError(2)))
            tg.create_task(bad_cleanup())
    except* ValueError as eg:
        print("ValueErrors", eg.exceptions)
    except* (TypeError, KeyError) as eg:
        print("others", eg.exceptions)


asyncio.run(main())

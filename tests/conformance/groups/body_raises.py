import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print("child out")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            await asyncio.sleep(0)
            raise RuntimeError("body")
    except BaseExceptionGroup as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            raise RuntimeError("body at once")
    except BaseExceptionGroup as eg:
        print(repr(eg))


asyncio.run(main())

# virtual: 0.1
import asyncio


async def bad(n):
    await asyncio.sleep(0.1)
    raise ValueError(n)


async def sibling(n):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("sibling", n, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sibling(1))
            tg.create_task(bad(1))
            tg.create_task(bad(2))
            tg.create_task(sibling(2))
    except* ValueError as eg:
        print(eg.message, eg.exceptions)
    print("cancelling", asyncio.current_task().cancelling())


asyncio.run(main())

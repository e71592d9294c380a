import asyncio


async def f(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    try:
        async with asyncio.timeout(0.1):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(f(1))
                tg.create_task(f(2))
    except TimeoutError:
        print("timeout")
    print(asyncio.current_task().cancelling())


asyncio.run(main())

import asyncio


async def f():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    print("cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    return "value"


async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling())


asyncio.run(main())

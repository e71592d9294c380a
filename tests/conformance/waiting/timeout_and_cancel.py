import asyncio


async def f():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("TimeoutError")
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
        raise


async def swallows():
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("swallowed")
    except TimeoutError:
        print("timeout anyway")
    print("goes on", asyncio.current_task().cancelling())


async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0.05)
    t.cancel("mine")
    await asyncio.wait([t])
    t = asyncio.create_task(swallows())
    await t
    t = asyncio.create_task(f())
    asyncio.get_running_loop().call_later(0.05, t.cancel)
    await asyncio.wait([t])
    print(t.cancelled())


asyncio.run(main())

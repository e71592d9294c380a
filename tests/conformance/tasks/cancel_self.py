import asyncio


async def f():
    asyncio.current_task().cancel("myself")
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("now", e)
        raise
    finally:
        print("finally")


async def g():
    asyncio.current_task().cancel()
    return "returned without awaiting"


async def main():
    for c in (f(), g()):
        t = asyncio.create_task(c)
        done, _ = await asyncio.wait([t])
        print(t.cancelled(), t.done(), len(done))


asyncio.run(main())

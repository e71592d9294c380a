import asyncio


async def f():
    print("never printed")


async def g():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("once")
        await asyncio.sleep(0)
        print("cleanup done")
        raise


async def main():
    t = asyncio.create_task(f())
    print(t.cancel("a"), t.cancel("b"), t.cancelling())
    r = await asyncio.gather(t, return_exceptions=True)
    print([type(x).__name__ for x in r], r[0].args)
    t = asyncio.create_task(g())
    await asyncio.sleep(0)
    print(t.cancel("a"), t.cancel("b"), t.cancelling())
    r = await asyncio.gather(t, return_exceptions=True)
    print([type(x).__name__ for x in r], r[0].args)


asyncio.run(main())

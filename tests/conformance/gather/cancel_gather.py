import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError as e:
        print("child", n, "cancelled", e.args)
        raise


async def main():
    g = asyncio.gather(child(1), child(2))
    await asyncio.sleep(0)
    print(g.cancel("stop"), g.cancelled(), g.done())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather", e.args, g.cancelled())
    g = asyncio.gather(child(1), child(2), return_exceptions=True)
    await asyncio.sleep(0)
    print(g.cancel())
    try:
        print(await g)
    except asyncio.CancelledError as e:
        print("gather", e.args, g.cancelled())
    e = asyncio.gather()
    print(e.done())
    print(await e)


asyncio.run(main())

import asyncio


async def child(n):
    await asyncio.sleep(n / 10)
    return n


async def main():
    ts = [asyncio.create_task(child(n)) for n in (1, 2, 3)]
    g = asyncio.gather(*ts)
    await asyncio.sleep(0)
    ts[1].cancel("just you")
    try:
        await g
    except asyncio.CancelledError as e:
        print("CancelledError", e.args, asyncio.current_task().cancelling())
    print([t.done() for t in ts])
    print(await asyncio.gather(*ts, return_exceptions=True))


asyncio.run(main())

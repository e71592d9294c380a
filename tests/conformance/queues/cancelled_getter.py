import asyncio


async def getter(n, q):
    try:
        print(n, "got", await q.get())
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise


async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(n, q)) for n in "abc"]
    await asyncio.sleep(0)
    q.put_nowait(1)
    ts[0].cancel()
    await asyncio.sleep(0.1)
    q.put_nowait(2)
    await asyncio.wait(ts)


asyncio.run(main())

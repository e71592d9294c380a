# virtual: 0.3
import asyncio


async def worker(name, q):
    while True:
        n = await q.get()
        await asyncio.sleep(n / 10)
        print(name, "did", n)
        q.task_done()


async def main():
    q = asyncio.Queue()
    for n in (1, 2, 1, 1, 1):
        q.put_nowait(n)
    ts = [asyncio.create_task(worker(f"w{i}", q)) for i in range(3)]
    await q.join()
    print("joined", q.empty())
    for t in ts:
        t.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*ts, return_exceptions=True)])
    await asyncio.sleep(0.1)


asyncio.run(main())

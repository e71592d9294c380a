# needs: 3.13
import asyncio


async def getter(n, q):
    try:
        while True:
            print(n, "got", await q.get())
            q.task_done()
    except asyncio.QueueShutDown as e:
        print(n, "shut down", repr(e))


async def putter(q):
    try:
        for i in range(5):
            await q.put(i)
            print("put", i)
    except asyncio.QueueShutDown:
        print("put refused")


async def main():
    q = asyncio.Queue(2)
    q.put_nowait("left")
    q.shutdown()
    await asyncio.gather(getter("a", q), getter("b", q), putter(q))
    await q.join()
    q = asyncio.Queue(2)
    p = asyncio.create_task(putter(q))
    await asyncio.sleep(0.1)
    q.shutdown(immediate=True)
    print(q.qsize())
    await p
    try:
        q.get_nowait()
    except asyncio.QueueShutDown:
        print("empty and closed")
    await q.join()


asyncio.run(main())

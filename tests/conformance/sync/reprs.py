import asyncio
import re


def show(x):
    print(re.sub(r"0x[0-9a-f]+", "0x", repr(x)))


async def waiting(c):
    await c


async def main():
    lock, ev, sem, cond, bar, q = (
        asyncio.Lock(),
        asyncio.Event(),
        asyncio.Semaphore(2),
        asyncio.Condition(),
        asyncio.Barrier(2),
        asyncio.Queue(3),
    )
    for x in (lock, ev, sem, cond, bar, q):
        show(x)
    await lock.acquire()
    t = [asyncio.create_task(waiting(c)) for c in (lock.acquire(), ev.wait(), bar.wait(), q.get())]
    await sem.acquire()
    await sem.acquire()
    await asyncio.sleep(0)
    for x in (lock, ev, sem, bar):
        show(x)
    ev.set()
    show(ev)
    for x in t:
        x.cancel()


asyncio.run(main())

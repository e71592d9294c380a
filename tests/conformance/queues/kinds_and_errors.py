import asyncio


async def main():
    p = asyncio.PriorityQueue()
    for x in ((3, "c"), (1, "a"), (2, "b")):
        p.put_nowait(x)
    print([p.get_nowait() for _ in range(3)])
    s = asyncio.LifoQueue()
    for x in "abc":
        await s.put(x)
    print([await s.get() for _ in range(3)])
    q = asyncio.Queue(1)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q.put_nowait(1)
    try:
        q.put_nowait(2)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.full(), q.empty(), q.qsize(), q.maxsize)
    q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait_for(q.put(2), 0.1)
    except TimeoutError:
        print("put timed out", q.qsize())
    p.put_nowait((1, "x"))
    try:
        p.put_nowait("not a tuple")
        await p.get()
    except TypeError as e:
        print(e)


asyncio.run(main())

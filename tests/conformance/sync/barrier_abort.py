import asyncio


async def party(n, barrier):
    try:
        await barrier.wait()
        print(n, "passed")
    except asyncio.BrokenBarrierError as e:
        print(n, "broken", e)


async def main():
    b = asyncio.Barrier(3)
    ts = [asyncio.create_task(party(n, b)) for n in "ab"]
    await asyncio.sleep(0)
    await b.abort()
    await asyncio.gather(*ts)
    print(b.broken)
    await party("late", b)
    await b.reset()
    ts = [asyncio.create_task(party(n, b)) for n in "ab"]
    await asyncio.sleep(0)
    await b.reset()
    await asyncio.gather(*ts)
    print(b.broken, b.n_waiting)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)


asyncio.run(main())

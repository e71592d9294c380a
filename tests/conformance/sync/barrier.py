# virtual: 0.6
import asyncio


async def party(n, barrier):
    await asyncio.sleep(n / 10)
    print(n, "arrives", barrier.n_waiting)
    position = await barrier.wait()
    print(n, "passes", position)
    async with barrier as p:
        print(n, "second", p)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(party(n, barrier) for n in (3, 1, 2)))
    print(barrier.parties, barrier.broken)
    await asyncio.sleep(0.3)


asyncio.run(main())

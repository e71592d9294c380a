# virtual: 0.1
import asyncio


async def greedy(n):
    for i in range(n):
        await asyncio.sleep(0)
    print("greedy done", n)


async def busy():
    total = sum(range(10000))
    print("busy done", total)


async def timed():
    await asyncio.sleep(0.1)
    print("timer")


async def main():
    await asyncio.gather(timed(), greedy(10), busy(), greedy(3))


asyncio.run(main())

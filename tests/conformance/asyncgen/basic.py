# virtual: 0.3
import asyncio


async def ticker(delay, to):
    try:
        for i in range(to):
            yield i
            await asyncio.sleep(delay)
    finally:
        print("closed")


async def main():
    async for x in ticker(0.1, 3):
        print(x)
    print([x async for x in ticker(0, 4) if x % 2])
    print({x: y async for x, y in pairs()})


async def pairs():
    for p in ((1, 2), (3, 4)):
        await asyncio.sleep(0)
        yield p


asyncio.run(main())

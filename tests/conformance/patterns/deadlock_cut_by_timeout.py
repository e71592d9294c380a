# virtual: 0.5
import asyncio


async def grab(first, second, name):
    async with first:
        print(name, "has one")
        await asyncio.sleep(0.1)
        async with second:
            print(name, "has both")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(0.5):
            await asyncio.gather(grab(a, b, "x"), grab(b, a, "y"))
    except TimeoutError:
        print("deadlock", a.locked(), b.locked())


asyncio.run(main())

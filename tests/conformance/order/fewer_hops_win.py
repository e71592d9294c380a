import asyncio


async def once():
    await asyncio.sleep(1)
    print("once")


async def ten():
    for _ in range(10):
        await asyncio.sleep(0.1)
    print("ten")


async def main():
    await asyncio.gather(ten(), once())


asyncio.run(main())

import asyncio


async def work(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end", name)


async def main():
    two = asyncio.create_task(work("two", 0.02))
    three = asyncio.create_task(work("three", 0.04))
    await two
    await three


asyncio.run(main())

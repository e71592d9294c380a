import asyncio


async def lost():
    await asyncio.sleep(0.1)
    print("never printed: the loop ended first")


async def main():
    asyncio.create_task(lost())
    print("main is done at once")


asyncio.run(main())

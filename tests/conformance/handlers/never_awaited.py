import asyncio


async def forgotten():
    print("never")


async def main():
    forgotten()
    print("before")
    asyncio.sleep(1)
    await asyncio.sleep(0)
    print("after")


asyncio.run(main())

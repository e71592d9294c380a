import asyncio


async def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        print("cleanup")


async def main():
    async for i in numbers():
        print(i)
        break
    print("after the loop")
    await asyncio.sleep(0)
    print("a turn later")
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())

import asyncio


async def numbers():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(0)
    finally:
        print("cleanup")
        await asyncio.sleep(0)
        print("cleanup done")


async def main():
    gen = numbers()
    async for i in gen:
        print(i)
        if i == 1:
            break
    print("after the loop")
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
print("after run")

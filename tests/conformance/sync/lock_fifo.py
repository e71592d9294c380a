# virtual: 0.4
import asyncio


async def worker(name, lock):
    print(name, "wants")
    async with lock:
        print(name, "has")
        await asyncio.sleep(0.1)
    print(name, "left", lock.locked())


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(n, lock) for n in "abcd"))


asyncio.run(main())

import asyncio


async def work(lock):
    async with lock:
        await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(work(lock) for _ in range(3)))


asyncio.run(main())

import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)


async def main():
    await asyncio.gather(work(0.03), work(0.01), work(0))


asyncio.run(main())

import asyncio


async def work():
    await asyncio.sleep(0.02)


async def main():
    task = asyncio.create_task(work())
    await asyncio.wait([task], timeout=0.01)
    await asyncio.wait([task])


asyncio.run(main())

import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work())
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())

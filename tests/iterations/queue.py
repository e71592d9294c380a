import asyncio


async def produce(queue):
    for item in range(3):
        await queue.put(item)


async def consume(queue):
    for _ in range(3):
        await queue.get()
        await asyncio.sleep(0)


async def main():
    queue = asyncio.Queue(1)
    await asyncio.gather(produce(queue), consume(queue))


asyncio.run(main())

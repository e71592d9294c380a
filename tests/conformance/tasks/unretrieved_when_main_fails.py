import asyncio
async def worker(): 1 / 0
async def main():
    w = asyncio.create_task(worker())
    await asyncio.sleep(0.01)
    raise TimeoutError
asyncio.run(main())

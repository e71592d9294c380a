import asyncio


async def main():
    try:
        async with asyncio.timeout(0.02):
            await asyncio.sleep(1)
    except TimeoutError:
        pass
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.02)
    except TimeoutError:
        pass


asyncio.run(main())

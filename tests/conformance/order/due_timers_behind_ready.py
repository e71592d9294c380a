import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(0.1):
            time.sleep(0.2)
            await asyncio.sleep(0)
            print("returned normally")
    except TimeoutError:
        print("timed out")
    try:
        async with asyncio.timeout(0.1):
            time.sleep(0.2)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("returned normally")
    except TimeoutError:
        print("timed out")


asyncio.run(main())

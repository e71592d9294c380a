# virtual: 0.4
import asyncio
import time


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleaning")
        await asyncio.sleep(0.3)
        print("cleaned")
        raise


async def main():
    start = time.monotonic()
    try:
        await asyncio.wait_for(stubborn(), 0.1)
    except TimeoutError:
        print("timeout after", round(time.monotonic() - start, 1))


asyncio.run(main())

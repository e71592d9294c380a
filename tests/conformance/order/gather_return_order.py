# virtual: 0.4
import asyncio
import random


async def fetch(i, d):
    await asyncio.sleep(d)
    print("fetched", i)
    return i


async def main():
    delays = [0.3, 0.1, 0.4, 0.2]
    print(await asyncio.gather(*(fetch(i, d) for i, d in enumerate(delays))))


asyncio.run(main())

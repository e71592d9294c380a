# virtual: 0.1
import asyncio

cache = {}


async def load(key):
    print("loading", key)
    await asyncio.sleep(0.1)
    return key.upper()


async def get(key):
    if key not in cache:
        cache[key] = asyncio.ensure_future(load(key))
    return await cache[key]


async def main():
    print(await asyncio.gather(get("a"), get("b"), get("a"), get("b"), get("a")))


asyncio.run(main())

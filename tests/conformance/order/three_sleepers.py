# virtual: 3.0
import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)
    return delay


async def main():
    results = await asyncio.gather(say_after(2, "two"), say_after(3, "three"), say_after(1, "one"))
    print(results)


asyncio.run(main())

# virtual: 0.3
import asyncio
import time


def blocking(n):
    time.sleep(n / 10)
    return n


async def ticker():
    for i in range(2):
        await asyncio.sleep(0.12)
        print("tick", i)


async def main():
    start = time.monotonic()
    print(await asyncio.gather(asyncio.to_thread(blocking, 3), ticker(), asyncio.to_thread(blocking, 2)))
    print(round(time.monotonic() - start, 1))


asyncio.run(main())

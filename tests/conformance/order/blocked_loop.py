# virtual: 0.8
import asyncio
import time


async def blocker():
    print("block")
    time.sleep(0.5)
    print("unblock")


async def ticker():
    for i in range(3):
        print("tick", i)
        await asyncio.sleep(0.1)


async def main():
    start = time.monotonic()
    await asyncio.gather(ticker(), blocker(), ticker())
    print(round(time.monotonic() - start, 1))


asyncio.run(main())

# virtual: 0.8
import asyncio
import time


async def bad():
    print("bad begins")
    time.sleep(0.3)
    print("bad ends")


async def good():
    print("good begins")
    await asyncio.to_thread(time.sleep, 0.2)
    print("good ends")


async def main():
    await asyncio.gather(good(), bad(), good())
    await asyncio.to_thread(time.sleep, 0.3)


start = time.monotonic()
asyncio.run(main())
print(round(time.monotonic() - start, 1))

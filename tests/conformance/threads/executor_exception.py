import asyncio
import time


def bad():
    time.sleep(0.1)
    raise ValueError("from the thread")


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, bad)
    except ValueError as e:
        print("caught", e)
    r = await asyncio.gather(asyncio.to_thread(bad), asyncio.to_thread(int, "7"), return_exceptions=True)
    print(r)


asyncio.run(main())

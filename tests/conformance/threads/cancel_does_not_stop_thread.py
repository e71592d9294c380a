# virtual: 0.4
import asyncio
import time

done = []


def slow():
    time.sleep(0.4)
    done.append("thread finished")


async def main():
    start = time.monotonic()
    try:
        await asyncio.wait_for(asyncio.to_thread(slow), 0.1)
    except TimeoutError:
        print("timeout", round(time.monotonic() - start, 1), done)


start = time.monotonic()
asyncio.run(main())
print(done, round(time.monotonic() - start, 1))

# virtual: 0.8
import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    start = time.perf_counter()
    await say_after(0.2, "hello")
    await say_after(0.3, "world")
    print("sequential", round(time.perf_counter() - start, 1))
    start = time.perf_counter()
    a = asyncio.create_task(say_after(0.2, "hello"))
    b = asyncio.create_task(say_after(0.3, "world"))
    await a
    await b
    print("tasks", round(time.perf_counter() - start, 1))


asyncio.run(main())

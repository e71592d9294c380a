# virtual: 0.3
import asyncio
import threading


async def add(a, b):
    await asyncio.sleep(0.1)
    return a + b


async def bad():
    raise KeyError("k")


def worker(loop):
    f = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    print("thread has", f.result())
    f = asyncio.run_coroutine_threadsafe(bad(), loop)
    try:
        f.result(timeout=1)
    except KeyError as e:
        print("thread caught", repr(e))
    f = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
    try:
        f.result(timeout=0.2)
    except TimeoutError:
        print("thread timed out", f.cancel())


async def main():
    await asyncio.to_thread(worker, asyncio.get_running_loop())
    print("main done")


asyncio.run(main())

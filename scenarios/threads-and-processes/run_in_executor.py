# title: A blocking call beside the loop
# concept: run_in_executor
# chapter: Threads and processes
# order: 4
# course: 23
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   2 tasks
#   prints exactly "clock: 0.5 s", "clock: 1.0 s", "clock: 1.5 s", "from the thread pool: a value"
# note [blocks]: An ordinary blocking function. It blocks a thread of the pool, not the loop.
# note [submit]: Hands the function to the loop's thread pool and gives an asyncio future for it.
# note [wait]: Main is suspended as with any await; when the thread is done, it wakes the loop.
# lesson: A function that blocks must not be called in a coroutine, or everybody stands still.
#   run_in_executor calls it in a thread: the first argument names the pool, None is the default
#   one that the loop makes.
#
#   Behind it are two steps: the pool's submit gives a concurrent.futures.Future, and wrap_future
#   makes an asyncio future of it, which can be awaited. Watch the two tracks: the thread sleeps
#   for two seconds, and the clock task goes on meanwhile.
#
#   Try: call blocking() directly in main. Since Python 3.9 asyncio.to_thread says it shorter.

import asyncio
import time


def blocking():
    time.sleep(2)  # [blocks] some function that takes its time
    return "a value"


async def clock():
    for half in range(1, 4):
        await asyncio.sleep(0.5)
        print(f"clock: {half / 2} s")


async def main():
    loop = asyncio.get_running_loop()
    watching = asyncio.create_task(clock())
    future = loop.run_in_executor(None, blocking)  # [submit]
    result = await future  # [wait]
    print("from the thread pool:", result)
    await watching


asyncio.run(main())

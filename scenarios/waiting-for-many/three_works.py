# title: Three works of one, two and three seconds
# concept: concurrency and elapsed time
# chapter: Waiting for many
# order: 4
# course: 49
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 3 s
#   4 tasks
#   prints exactly "waiting: 1", "waiting: 2", "waiting: 3", "result: done after 1 s",
#     "result: done after 2 s", "result: done after 3 s", "time: 3 s"
# note [wait]: Main comes back when the last one is done, after three seconds.
# note [order]: done is a set and has no order; the list has one.
# lesson: One, two and three seconds of waiting are three seconds, not six: what counts is the
#   longest. The three bars on the timeline begin together and end one by one.
#
#   asyncio.wait gives back a set. Who walks through a set gets the results in any order; this
#   program walks through its own list of tasks, so that the order is that of the list.
#
#   Try: which line do you have to change so that the results are printed as they come?

import asyncio
import time


async def work(seconds):
    print("waiting:", seconds)
    await asyncio.sleep(seconds)  # stands in for some I/O
    return f"done after {seconds} s"


async def main():
    tasks = [
        asyncio.ensure_future(work(1)),
        asyncio.ensure_future(work(2)),
        asyncio.ensure_future(work(3)),
    ]
    done, pending = await asyncio.wait(tasks, timeout=None)  # [wait]
    for task in tasks:  # [order]
        if task in done:
            print("result:", task.result())


begun = time.perf_counter()
loop = asyncio.get_event_loop()
loop.run_until_complete(main())
print(f"time: {time.perf_counter() - begun:.0f} s")

# title: Blocking, and await
# concept: await gives control away
# chapter: Await
# order: 6
# course: 53
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 3 s
#   1 task
#   prints exactly "waiting: 3", "result: done after 3 s", "time: 3 s"
# note [give]: Like the yield of a generator: control goes to the loop, which may run others
#   until the timer is due.
# lesson: An await is to a coroutine what a yield is to a generator: the function gives control
#   away and gets it back later. Who gets it meanwhile? The event loop, and through it every
#   other task. Here nobody else is there, and the loop idles for three seconds.
#
#   Watch the task's track: running, waiting for three seconds, running. With time.sleep in its
#   place the middle would be blocked, and no other task could run in it.
#
#   Try: make a second task of work(2) before run_until_complete. The time stays the same.

import asyncio
import time


async def work(seconds):
    print("waiting:", seconds)
    await asyncio.sleep(seconds)  # [give] stands in for some I/O
    return f"done after {seconds} s"


begun = time.perf_counter()
loop = asyncio.get_event_loop()
task = loop.create_task(work(3))
loop.run_until_complete(task)
print("result:", task.result())
print(f"time: {time.perf_counter() - begun:.0f} s")

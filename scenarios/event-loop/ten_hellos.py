# title: Five hellos, a second, five more
# concept: concurrent waiting
# chapter: The event loop
# order: 4
# python: 3.7+
# ends: returns
# claims:
#   takes 1 s
#   6 tasks
#   prints exactly "hello 1 at 0 s", "hello 2 at 0 s", "hello 3 at 0 s", "hello 4 at 0 s",
#     "hello 5 at 0 s", "hello again 1 at 1 s", "hello again 2 at 1 s", "hello again 3 at 1 s",
#     "hello again 4 at 1 s", "hello again 5 at 1 s"
# note [pause]: Five tasks come to this line in one iteration, and each leaves a timer behind.
# note [tasks]: The tasks are made here, in this order, and go on the ready queue in this order.
# lesson: Five tasks say hello, wait a second each, and say hello again. The waiting happens at
#   the same time: one second in all, where the synchronous program needed five.
#
#   Watch the timers: there are five of them at once, all due after a second. And watch the
#   ready queue at the start: the tasks stand in it in the order in which they were made, and
#   that is the order of the prints.
#
#   Try: replace asyncio.sleep by time.sleep (without await). How long does it take now?

import asyncio
import time


async def hello(number):
    print(f"hello {number} at {round(time.monotonic() - begun)} s")
    await asyncio.sleep(1)  # [pause]
    print(f"hello again {number} at {round(time.monotonic() - begun)} s")


async def main():
    tasks = [asyncio.create_task(hello(number)) for number in range(1, 6)]  # [tasks]
    await asyncio.wait(tasks)


begun = time.monotonic()
asyncio.run(main())

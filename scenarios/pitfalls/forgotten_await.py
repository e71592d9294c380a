# title: The forgotten await
# concept: a coroutine that never runs
# chapter: Pitfalls
# order: 1
# course: 45
# python: 3.7+
# ends: returns
# claims:
#   takes 0 s
#   5 tasks
#   prints "I am an async task" 5 times
#   prints "five sleeps of a second took 0 s"
#   stderr "was never awaited"
#   finding never awaited
# note [forgotten]: Makes a coroutine object and drops it. Nobody sleeps.
# lesson: Five times a sleep of a second, and the program is over at once. So fast is asyncio? No:
#   in front of asyncio.sleep the await is missing. The call only makes a coroutine object, which
#   is dropped in the same line, and nothing sleeps at all.
#
#   Python warns you on its standard error: coroutine 'sleep' was never awaited. Take this warning
#   seriously; it always means that some of your code did not run.
#
#   Watch: five runs of the loop, five tasks, and not a single timer. Try: put the await in. Then
#   it takes five seconds, since the five runs come one after another.

import asyncio
import time


async def work():
    asyncio.sleep(1)  # [forgotten]
    print("I am an async task")


begun = time.perf_counter()
for _ in range(5):
    asyncio.run(work())
print(f"five sleeps of a second took {time.perf_counter() - begun:.0f} s")

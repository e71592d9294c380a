# title: Made and awaited at once
# concept: serial, ten seconds
# chapter: Tasks
# order: 9
# course: 55
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 10 s
#   15 tasks
#   prints exactly "one after another: 10 s"
# note [first]: Main waits right here, so the second task does not even exist yet.
# note [second]: Made when the first is over.
# lesson: A task that is awaited in the line where it is made brings nothing: main waits at once,
#   and the second task is only made when the first is done. Five rounds of two seconds are ten.
#
#   It looks like concurrency, with all its tasks, and is none. Watch the timers: never more than
#   one. Cure: first make all tasks, then await them, or hand all of them to gather or wait.

import asyncio
import time


async def main():
    await asyncio.ensure_future(asyncio.sleep(1))  # [first]
    await asyncio.ensure_future(asyncio.sleep(1))  # [second]


begun = time.perf_counter()
loop = asyncio.get_event_loop()
for _ in range(5):
    loop.run_until_complete(main())
print(f"one after another: {time.perf_counter() - begun:.0f} s")

# title: First both tasks, then both awaits
# concept: concurrent, five seconds
# chapter: Tasks
# order: 8
# course: 54
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 5 s
#   15 tasks
#   prints exactly "concurrent: 5 s"
# note [both]: Both tasks exist before main waits for the first time.
# lesson: In each of five rounds two tasks sleep for a second, at the same time, because both are
#   made before the first await. Five rounds are five seconds for ten sleeps.
#
#   Watch the timers: two at a time. The next scenario, await_at_once, differs in nothing but the
#   place of the awaits, and takes ten seconds.

import asyncio
import time


async def main():
    one = asyncio.ensure_future(asyncio.sleep(1))  # [both]
    two = asyncio.ensure_future(asyncio.sleep(1))
    await one
    await two


begun = time.perf_counter()
loop = asyncio.get_event_loop()
for _ in range(5):
    loop.run_until_complete(main())
print(f"concurrent: {time.perf_counter() - begun:.0f} s")

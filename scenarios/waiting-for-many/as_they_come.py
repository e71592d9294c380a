# title: The results as they come
# concept: as_completed
# chapter: Waiting for many
# order: 13
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   4 tasks
#   prints exactly "1 s: b", "2 s: c", "3 s: a"
# note [next]: Waits for whichever is done next.
# lesson: gather and wait make you wait for the slowest before you see anything. as_completed gives
#   the results one by one, in the order in which they are ready: whoever is first is dealt with
#   first.
#
#   Watch main's track: it wakes three times, once a second, while the others still sleep.
#
#   Try: leave the loop with break after the first result. What becomes of the other two?

import asyncio
import time


async def work(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    begun = time.monotonic()
    works = [work("a", 3), work("b", 1), work("c", 2)]
    for coming in asyncio.as_completed(works):
        name = await coming  # [next]
        print(f"{round(time.monotonic() - begun)} s: {name}")


asyncio.run(main())

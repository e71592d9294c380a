# title: Gather, or one after another
# concept: concurrent and sequential awaiting
# chapter: Waiting for many
# order: 1
# python: 3.7+
# ends: returns
# claims:
#   takes 9 s
#   4 tasks
#   prints "['A', 'B', 'C'] after 6 s", "['A', 'B', 'C'] after 3 s"
# lesson: The same three downloads, twice. First each one is awaited before the next one is
#   begun, and the waiting times add up to six seconds. Then gather makes a task of each,
#   and the whole takes as long as the slowest: three seconds.
#
#   Compare the two halves of the timeline. What gather returns stands in the order of its
#   arguments, whoever was ready first.

import asyncio
import time


async def download(name, seconds):
    print("  begin", name)
    await asyncio.sleep(seconds)  # stands in for the network
    print("  done ", name)
    return name.upper()


async def one_after_another():
    return [
        await download("a", 3),
        await download("b", 1),
        await download("c", 2),
    ]


async def all_at_once():
    return await asyncio.gather(
        download("a", 3),
        download("b", 1),
        download("c", 2),
    )


async def main():
    for way in (one_after_another, all_at_once):
        print(way.__name__)
        begun = time.perf_counter()
        results = await way()
        print(results, "after", round(time.perf_counter() - begun), "s")


asyncio.run(main())

# title: Gather four coroutines
# concept: gather makes the tasks
# chapter: Waiting for many
# order: 6
# course: 39
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   5 tasks
#   prints "1: about to begin", "2: about to begin", "3: about to begin", "4: about to begin",
#     "1: finished", "2: finished", "3: finished", "4: finished"
#   prints 8 lines
# note [coroutines]: Four coroutines, no task yet.
# note [gather]: gather makes a task of each and waits for all of them.
# lesson: gather takes coroutines as they are and makes a task of each. So the list can hold plain
#   coroutines, which asyncio.wait would refuse.
#
#   Watch the moment in which main calls gather: four tasks appear on the ready queue at once.
#   And watch the end: main wakes two iterations after the last task ended, since gather's own
#   future stands between them.
#
#   Only an await of something that really suspends makes this work. Try: time.sleep(2) in its
#   place (without await), and count the seconds.

import asyncio


async def work(number):
    print(f"{number}: about to begin")
    await asyncio.sleep(2)
    print(f"{number}: finished")


async def main():
    coroutines = []
    for number in range(1, 5):
        coroutines.append(work(number))  # [coroutines]
    await asyncio.gather(*coroutines)  # [gather]


if __name__ == "__main__":
    asyncio.run(main())

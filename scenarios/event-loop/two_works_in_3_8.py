# title: In 3.8: two works every second
# concept: event loop and alternation, with bare coroutines
# chapter: The event loop
# order: 5
# course: 46
# python: 3.5 to 3.10
# compat: 3.8
# now: two_works
# ends: returns
# since 3.11: raises TypeError
# claims:
#   takes 5 s
#   3 tasks
#   prints "this is work one" 5 times
#   prints "this is work two" 5 times
#   prints 10 lines
#   prints in no certain order
# note [bare]: Two bare coroutines; wait made tasks of them, in no certain order.
# lesson: Two coroutines print a line every second. The list holds coroutines and not tasks, and
#   asyncio.wait made tasks of them; since Python 3.11 it refuses. Which of the two came first
#   in each round was left to chance, since wait kept them in a set.
#
#   The scenario two_works shows how one writes it now.

import asyncio


async def work_one():
    for _ in range(5):
        print("this is work one")
        await asyncio.sleep(1)


async def work_two():
    for _ in range(5):
        print("this is work two")
        await asyncio.sleep(1)


tasks = [work_one(), work_two()]  # [bare]
loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait(tasks))

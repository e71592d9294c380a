# title: Gather gives results in order
# concept: gather against wait
# chapter: Waiting for many
# order: 8
# course: 42
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   4 tasks
#   prints exactly "done: b", "done: c", "done: a", "a", "b", "c"
# note [gather]: One result for each argument, each in the place of its argument.
# lesson: The tasks end in the order b, c, a: one, two, three seconds. The results stand in the
#   order a, b, c all the same: gather puts each result in the place of its argument.
#
#   That is the difference to wait, whose sets have no order. If one of the tasks raises, gather
#   raises at once, and the others go on; with return_exceptions=True the exception takes its
#   place among the results.
#
#   Try: let b raise a ValueError, first without and then with return_exceptions=True.

import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    print("done:", name)
    return name


async def main():
    results = await asyncio.gather(work("a", 3), work("b", 1), work("c", 2))  # [gather]
    for result in results:
        print(result)


asyncio.run(main())

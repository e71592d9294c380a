# title: The slow one is awaited first
# concept: who is awaited first
# chapter: Tasks
# order: 6
# course: 47
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 3 s
#   3 tasks
#   prints exactly "in main", "start slow", "start fast", "end fast", "end slow",
#     "first answer: slow", "second answer: fast"
# note [slow]: Main stays here for three seconds, although fast is done after two.
# note [fast]: Done for a second already: no waiting.
# lesson: Two tasks of three and two seconds; main awaits the slow one first. The fast one ends at
#   two seconds, but nobody asks for its answer: it lies in the task until main comes for it.
#
#   The order of the awaits decides when you get to see an answer, not when the work is done. All
#   in all it takes three seconds, as long as the slowest.
#
#   Watch the track of the fast task: from two seconds on it is done, and its result waits.
#   Compare fast_one_first. Try: print the answers as they come, with asyncio.as_completed.

import asyncio


async def work(seconds, name):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end", name)
    return name


async def main():
    print("in main")
    slow = asyncio.ensure_future(work(3, "slow"))
    fast = asyncio.ensure_future(work(2, "fast"))
    answer = await slow  # [slow]
    print("first answer:", answer)
    answer = await fast  # [fast]
    print("second answer:", answer)


loop = asyncio.get_event_loop()
loop.run_until_complete(main())

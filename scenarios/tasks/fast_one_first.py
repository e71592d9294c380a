# title: The fast one is awaited first
# concept: the same, exchanged
# chapter: Tasks
# order: 7
# course: 48
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   3 tasks
#   prints exactly "in main", "start fast", "start slow", "end fast", "first answer: fast",
#     "end slow", "second answer: slow"
# note [fast]: Two seconds, and main is back.
# note [slow]: One more second: the slow one has been waiting all along.
# lesson: The same two tasks as in slow_one_first, but main awaits the fast one first: its answer
#   is printed at two seconds, before the slow one ends. The whole still takes three seconds.
#
#   After the first answer main waits only one more second: the slow task was under way all the
#   time. Watch the timers: both are set in the very beginning.
#
#   Try: swap the two create_task lines but not the awaits. Which lines change places?

import asyncio


async def work(seconds, name):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end", name)
    return name


async def main():
    print("in main")
    fast = asyncio.create_task(work(2, "fast"))
    slow = asyncio.create_task(work(3, "slow"))
    answer = await fast  # [fast]
    print("first answer:", answer)
    answer = await slow  # [slow]
    print("second answer:", answer)


asyncio.run(main())

# title: Two works every second
# concept: the loop alternates
# chapter: The event loop
# order: 6
# python: 3.7+
# ends: returns
# claims:
#   takes 5 s
#   3 tasks
#   prints "this is work one" 5 times
#   prints "this is work two" 5 times
#   prints "this is work one", "this is work two", "this is work one", "this is work two"
# note [one]: Back to the loop. Work two is ready too, so it is next.
# note [two]: Back to the loop again. Now both wait, and the clock goes on to the next second.
# lesson: Two tasks print a line every second, five times each. Every await asyncio.sleep goes
#   back to the event loop, and the loop runs the other one: one, two, one, two.
#
#   Nobody hands over to anybody by name. Each task only says "I wait", and the loop takes the
#   next one from the ready queue. Watch one whole second with the key for single events: timer,
#   future, task; timer, future, task.
#
#   Try: let work one sleep for 0.5 seconds. Who prints how often in the third second?

import asyncio


async def work_one():
    for _ in range(5):
        print("this is work one")
        await asyncio.sleep(1)  # [one]


async def work_two():
    for _ in range(5):
        print("this is work two")
        await asyncio.sleep(1)  # [two]


async def main():
    tasks = [asyncio.create_task(work_one()), asyncio.create_task(work_two())]
    await asyncio.wait(tasks)


asyncio.run(main())

# title: Main start, main end
# concept: a task begins when main waits
# chapter: Tasks
# order: 2
# course: 15
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "main start", "main end", "1", "1", "2", "2", "a value a value"
# note [make]: A task is made and put on the ready queue. It does not run yet.
# note [first-await]: Only here does main give control away, and the tasks get their first steps.
# note [second-await]: This task is done already, so the await does not suspend.
# lesson: create_task starts nothing: it puts a task on the ready queue. Main goes on until its
#   first await, and that is why "main end" is printed before the first 1.
#
#   Both tasks sleep at the same time: two seconds, not four. When main wakes, the first task is
#   done; so is the second, and its await gives the result without any waiting.
#
#   Watch the ready queue while main runs its first step: it grows by a task with each
#   create_task. Try: put an await asyncio.sleep(0) between the two.

import asyncio


async def work():
    print(1)
    await asyncio.sleep(2)
    print(2)
    return "a value"


async def main():
    print("main start")
    one = asyncio.create_task(work())  # [make]
    two = asyncio.create_task(work())  # [make]
    print("main end")
    first = await one  # [first-await]
    second = await two  # [second-await]
    print(first, second)


asyncio.run(main())

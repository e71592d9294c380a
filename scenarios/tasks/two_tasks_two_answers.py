# title: Two tasks, two answers
# concept: the order of the prints
# chapter: Tasks
# order: 3
# course: 16
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "in main", "start", "start", "end", "end", "answer of one: a value",
#     "answer of two: a value"
# note [await-one]: Main waits for task one. Task two runs all the same.
# note [end]: Task one ends here. Main is woken, but has to queue up behind task two.
# lesson: The two awaits of the scenario two_awaits, but of tasks: two seconds where it were four,
#   and "start" stands twice in a row.
#
#   Look closely at two seconds. Task one ends and wakes main; but main goes to the back of the
#   ready queue, and task two is already on it. So "end" is printed twice before the first
#   answer. Whoever is woken does not run at once: it is scheduled.
#
#   Try: predict the order of the lines when two sleeps for three seconds; then look.

import asyncio


async def work():
    print("start")
    await asyncio.sleep(2)
    print("end")  # [end]
    return "a value"


async def main():
    print("in main")
    one = asyncio.create_task(work())
    two = asyncio.create_task(work())
    answer = await one  # [await-one]
    print("answer of one:", answer)
    answer = await two
    print("answer of two:", answer)


asyncio.run(main())

# title: Two sleepers
# concept: tasks wait at the same time
# chapter: Tasks
# order: 1
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   3 tasks
#   prints exactly "start two", "start three", "end two", "end three"
# lesson: Two tasks sleep, one for two seconds and one for three. Together they need three
#   seconds and not five, because a task that waits does not hold up the others.
#
#   Watch what a timer really does: it does not resume the task, it resolves the future that
#   the task waits for. The task itself runs again in the iteration after that.

import asyncio


async def work(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end", name)


async def main():
    two = asyncio.create_task(work("two", 2))
    three = asyncio.create_task(work("three", 3))
    await two
    await three


asyncio.run(main())

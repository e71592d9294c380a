# title: A future set by a task
# concept: a future is a slot for a result
# chapter: Futures
# order: 3
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   2 tasks
#   prints exactly "guest: waiting", "cook: working", "cook: it is on the counter",
#     "guest: eating soup"
# lesson: A future is a slot that is empty at first. One task awaits it, another one fills it
#   two seconds later, and only that wakes the first.
#
#   Setting the result does not run the waiting task at once: it puts the task on the ready
#   queue, and the one who set the result goes on until its own next await.

import asyncio


async def cook(dish):
    print("cook: working")
    await asyncio.sleep(2)
    dish.set_result("soup")
    print("cook: it is on the counter")


async def main():
    dish = asyncio.get_running_loop().create_future()
    cooking = asyncio.create_task(cook(dish))
    print("guest: waiting")
    print("guest: eating", await dish)
    await cooking


asyncio.run(main())

# title: A future set after two seconds
# concept: a future is filled by a task
# chapter: Futures
# order: 2
# course: 20
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   2 tasks
#   prints exactly "666"
# note [set]: Fills the slot. Whoever awaits the future would be woken; here nobody does yet.
# note [task]: Main waits for the task here, not for the future.
# note [data]: The future has its result already: this await does not suspend.
# lesson: A task gets a future in hand, sleeps two seconds, and fills it. Main waits for the task,
#   and afterwards takes the result out of the future.
#
#   Task and future are relatives: a task is a future that fills itself, with what its coroutine
#   returns. A bare future is filled by somebody else, with set_result. That is how everything
#   low in the library works; in your own programs you will rarely make one.
#
#   Try: await the future first and the task afterwards. What does main wait for now?

import asyncio


async def set_after(future):
    await asyncio.sleep(2)
    future.set_result("666")  # [set]


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    await loop.create_task(set_after(future))  # [task]
    data = await future  # [data]
    print(data)


asyncio.run(main())

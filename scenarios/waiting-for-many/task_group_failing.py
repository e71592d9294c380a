# title: A task group fails
# concept: one fails, the others are cancelled
# chapter: Waiting for many
# order: 10
# python: 3.11+
# ends: returns
# claims:
#   takes 1 s
#   4 tasks
#   prints exactly "a: begin", "b: begin", "c: begin", "b: fails",
#     "another one: cancelled, tidying up", "another one: cancelled, tidying up",
#     "caught: ['b is out of luck']"
# note [fail]: The group hears of it and cancels the others, and main, who waits in the async with.
# note [tidy]: A cancelled task comes here: its chance to close what it opened. Which one comes
#   first is left to chance: the group keeps its tasks in a set.
# note [group]: The end of this block waits until every task of the group is done.
# note [catch]: Several tasks may fail at once, so the exceptions come as a group.
# lesson: Tasks of a TaskGroup belong together. When one raises, the group cancels all others,
#   waits until they are done, and only then raises an ExceptionGroup with what went wrong. No
#   task is left behind, whatever happens.
#
#   Watch what happens at one second: b raises, a and c get a CancelledError in their sleeps and
#   run once more to tidy up, and then main goes on, in the except*.
#
#   Try the same with gather: main sees the exception at once, and a and c go on sleeping.

import asyncio


async def work(name, seconds, fails=False):
    print(f"{name}: begin")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("another one: cancelled, tidying up")  # [tidy]
        raise
    if fails:
        print(f"{name}: fails")
        raise ValueError(f"{name} is out of luck")  # [fail]


async def main():
    try:
        async with asyncio.TaskGroup() as group:  # [group]
            group.create_task(work("a", 2))
            group.create_task(work("b", 1, fails=True))
            group.create_task(work("c", 3))
    except* ValueError as caught:  # [catch]
        print("caught:", [str(error) for error in caught.exceptions])


asyncio.run(main())

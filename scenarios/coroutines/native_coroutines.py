# title: async def and await
# concept: native coroutines
# chapter: Coroutines
# order: 7
# course: 7
# python: 3.5 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "1", "3", "2", "4"
# note [pause]: A timer is set, the task is suspended, and the loop turns to whoever is ready.
# note [tasks]: A task for each coroutine: both are on the ready queue before the loop has even
#   begun.
# lesson: Since Python 3.5 a coroutine has words of its own: async def to define it, await where
#   it may be suspended. Two of them become tasks and sleep for two seconds each, at the same
#   time; the program takes two seconds.
#
#   Watch the ready queue at the start: both tasks wait there, first in front of second, and so
#   1 is printed before 3. At two seconds both timers are due in the same iteration, and the
#   tasks resume in the order in which they went to sleep.
#
#   This program gets its loop from asyncio.get_event_loop() outside of any coroutine, as many
#   texts do. Since Python 3.14 that is an error when there is no loop yet; asyncio.run is the
#   way now. Try: put the tasks into an async def main() and run that.

import asyncio


async def first():
    print(1)
    await asyncio.sleep(2)  # [pause] stands in for a download
    print(2)


async def second():
    print(3)
    await asyncio.sleep(2)  # [pause] stands in for a download
    print(4)


tasks = [  # [tasks]
    asyncio.ensure_future(first()),
    asyncio.ensure_future(second()),
]
loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait(tasks))

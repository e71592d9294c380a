# title: A future alone in the world
# concept: waiting for ever
# chapter: Futures
# order: 1
# course: 19
# python: 3.7+
# ends: deadlock
# claims:
#   takes 0 s
#   1 task
#   exit code 3
#   prints exactly "main: I wait"
#   finding deadlock
# note [made]: A slot for a result. Nobody has promised to fill it.
# note [wait]: Main waits here until the end of time.
# lesson: A future is a slot for a result that comes later. An await on it waits until somebody
#   fills it. Here nobody does: no task has it in hand, no timer is set.
#
#   Under python3 this program hangs without a word, until you press Ctrl+C. In loopscope the
#   loop sees that nothing is ready and nothing ever will be, says so, and names the line.
#
#   Look at the last picture: ready queue empty, timers empty, one task waiting. Try: set the
#   result with loop.call_later(2, future.set_result, "at last") before the await.

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()  # [made]
    print("main: I wait")
    await future  # [wait]
    print("main: never printed")


asyncio.run(main())

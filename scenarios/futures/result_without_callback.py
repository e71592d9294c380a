# title: The result without a callback
# concept: task.result()
# chapter: Futures
# order: 5
# course: 52
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 0 s
#   1 task
#   prints exactly "too early: InvalidStateError", "working on 3", "the result: done with 3"
# note [early]: result() never waits. There is no result yet, so it raises.
# note [late]: The task is done and keeps its result for whoever asks.
# lesson: When a task is done, its result lies in it, and result() takes it out; no callback is
#   needed. result() does not wait: asked too early, it raises InvalidStateError.
#
#   To wait for the result, await the task; outside of a coroutine, run_until_complete does the
#   waiting and gives the result back as well. If the task had raised an exception, result()
#   would raise it here.
#
#   Try: let work raise a ValueError. In which line does it come out?

import asyncio


async def work(number):
    print("working on", number)
    return f"done with {number}"


loop = asyncio.get_event_loop()
task = loop.create_task(work(3))
try:
    task.result()  # [early]
except asyncio.InvalidStateError as error:
    print("too early:", type(error).__name__)
loop.run_until_complete(task)
print("the result:", task.result())  # [late]

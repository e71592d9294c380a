# title: A callback when it is done
# concept: callbacks
# chapter: Futures
# order: 4
# course: 51
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 0 s
#   1 task
#   prints exactly "working on 3", "callback: done with 3", "report for the boss: done with 3"
# note [add]: Nothing is called yet: the task only notes down who wants to know.
# note [partial]: The loop calls it with the future alone; what else it needs is bound beforehand.
# lesson: A task can tell when it is done: add_done_callback takes a function, which gets the
#   finished task as its only argument. To hand over more, bind it with functools.partial.
#
#   A callback is not called on the spot. When the task ends, a handle for each callback is put
#   on the ready queue, and they run in the next iteration, in the order in which they were
#   added. Watch the ready queue after the task's last step.
#
#   Callbacks are how the loop itself works, and await was invented so that you need not write
#   them. Try: add a callback to a task that is done already.

import asyncio
import functools


async def work(number):
    print("working on", number)
    return f"done with {number}"


def callback(future):
    print("callback:", future.result())


def report(reader, future):
    print(f"report for {reader}:", future.result())


loop = asyncio.get_event_loop()
task = loop.create_task(work(3))
task.add_done_callback(callback)  # [add]
task.add_done_callback(functools.partial(report, "the boss"))  # [partial]
loop.run_until_complete(task)

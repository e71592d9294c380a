# title: A loop of one's own, and its end
# concept: registering tasks, closing the loop
# chapter: The event loop
# order: 7
# course: 38
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 1 s
#   6 tasks
#   prints "job 0 begins", "job 4 begins", "job 0 ends", "job 4 ends", "closed: True"
#   prints 11 lines
# note [register]: Each call makes a task and puts it on the loop's ready queue, though the loop
#   does not turn yet.
# note [turn]: From here on the loop turns, until everything in the list is done.
# lesson: The life of an event loop in four lines: get one, give it tasks, let it turn until they
#   are done, close it. ensure_future makes a task of a coroutine and registers it with the loop.
#
#   run_until_complete blocks: the program stands in this one line for the whole second, and all
#   that happens in it happens inside the loop. A closed loop runs nothing any more.
#
#   asyncio.run does all of this for you, cancels what is left over besides, and is what one
#   writes now. Try: call loop.run_until_complete once more after the close.

import asyncio


async def job(number):
    print(f"job {number} begins")
    await asyncio.sleep(1)
    print(f"job {number} ends")


loop = asyncio.get_event_loop()
tasks = [asyncio.ensure_future(job(number)) for number in range(5)]  # [register]
loop.run_until_complete(asyncio.wait(tasks))  # [turn]
loop.close()
print("closed:", loop.is_closed())

# title: A swallowed cancellation
# concept: a task that cannot be stopped
# chapter: Pitfalls
# order: 5
# python: 3.8+
# ends: returns
# claims:
#   takes 3.5 s
#   2 tasks
#   prints exactly "round 1", "main: stop, please", "worker: ignoring a CancelledError",
#     "round 2", "round 3", "round 4", "main: cancelled? False"
# note [swallow]: Catches everything, and so the cancellation too, and goes on as if nothing had
#   been.
# note [cancel]: A request: the worker gets a CancelledError out of its await, once.
# note [wait]: Main believes that this will not take long.
# lesson: To cancel a task is to ask it: a CancelledError comes out of the await in which it stands.
#   The worker catches every exception, for safety, and goes on. The request is gone; nobody asks
#   a second time, and main waits for two more seconds.
#
#   Watch 1.5 seconds: the cancellation comes in, the sleep is cut short, and the worker goes into
#   its next round. In the end the task counts as finished and not as cancelled.
#
#   Cure: catch Exception, never BaseException or everything; and where you do catch a
#   CancelledError to tidy up, raise it again. Try it: how long does the program take then?

import asyncio


async def worker():
    for number in range(1, 5):
        try:
            await asyncio.sleep(1)
        except BaseException as error:  # [swallow]
            print("worker: ignoring a", type(error).__name__)
        print("round", number)


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1.5)
    print("main: stop, please")
    task.cancel()  # [cancel]
    await asyncio.wait([task])  # [wait]
    print("main: cancelled?", task.cancelled())


asyncio.run(main())

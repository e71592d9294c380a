# title: Await, and the value it gives
# concept: await
# chapter: Await
# order: 1
# course: 12
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   1 task
#   prints exactly "come and play", "over: None"
# note [wait]: The task is suspended here for two seconds. What sleep gives back is None.
# lesson: An await waits until there is a result, and then it is that result, just as a call is
#   what the function returns. asyncio.sleep has nothing to tell, so its value is None.
#
#   Watch: the task leaves the loop a timer of two seconds and is suspended. As nobody else is
#   there, the ready queue is empty, and the clock jumps straight to the deadline.
#
#   Try: asyncio.sleep takes a second argument, which it gives back as its result.

import asyncio


async def play():
    print("come and play")
    response = await asyncio.sleep(2)  # [wait]
    print("over:", response)


asyncio.run(play())

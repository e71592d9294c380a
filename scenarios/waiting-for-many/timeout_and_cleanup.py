# title: A timeout, and what is tidied up
# concept: a timeout cancels, finally tidies up
# chapter: Waiting for many
# order: 11
# python: 3.11+
# ends: returns
# claims:
#   takes 1.5 s
#   1 task
#   prints exactly "connection open", "asking", "connection closed",
#     "too slow: nobody answered within 1 s"
# note [limit]: A timer of one second. When it is due, it cancels the task that is inside.
# note [cut]: The CancelledError comes out here, two seconds too early.
# note [close]: Runs in any case. It may even await: the cancellation has been delivered already.
# lesson: asyncio.timeout sets a timer. When it is due before the block is left, the task is
#   cancelled: a CancelledError comes out of the await in which it stands, runs through every
#   finally on its way, and becomes a TimeoutError at the end of the block.
#
#   So the connection is closed, and closing takes its half second, which comes on top: the
#   program takes 1.5 seconds, not 1. Watch the two timers in the first second.
#
#   Try: raise the limit to four seconds. Which lines are printed now?

import asyncio


async def ask():
    print("connection open")
    try:
        print("asking")
        await asyncio.sleep(3)  # [cut] the server is slow
        return "an answer"
    finally:
        await asyncio.sleep(0.5)  # [close]
        print("connection closed")


async def main():
    try:
        async with asyncio.timeout(1):  # [limit]
            print(await ask())
    except TimeoutError:
        print("too slow: nobody answered within 1 s")


asyncio.run(main())

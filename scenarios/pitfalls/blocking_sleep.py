# title: A blocking sleep
# concept: one blocking call stops everybody
# chapter: Pitfalls
# order: 3
# python: 3.7+
# ends: returns
# claims:
#   takes 3.75 s
#   3 tasks
#   finding blocked loop
#   prints "tick 1", "rude: just a moment", "rude: thank you", "tick 2", "tick 3", "tick 4"
# lesson: A ticker wants to print every half second. Its neighbour calls time.sleep instead of
#   asyncio.sleep, and for two seconds nothing else runs: there is only one thread, and it is
#   asleep.
#
#   The ticker's timer is due all the while, but nobody is there to look at it. Afterwards the
#   loop catches up. Cure: await asyncio.sleep, or hand the call to asyncio.to_thread.

import asyncio
import time


async def ticker():
    for count in range(1, 5):
        await asyncio.sleep(0.5)
        print("tick", count)


async def rude():
    await asyncio.sleep(0.75)
    print("rude: just a moment")
    time.sleep(2)  # should be: await asyncio.sleep(2)
    print("rude: thank you")


async def main():
    await asyncio.gather(ticker(), rude())


asyncio.run(main())

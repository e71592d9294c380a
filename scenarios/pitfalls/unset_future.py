# title: A future that nobody sets
# concept: waiting for ever
# chapter: Pitfalls
# order: 4
# python: 3.7+
# ends: deadlock
# claims:
#   takes 1 s
#   2 tasks
#   exit code 3
#   finding deadlock
#   prints exactly "guest: waiting", "cook: no stove, going home"
# lesson: The guest waits for a dish, and the cook goes home without having made it. Nothing is
#   left that could ever set the future.
#
#   Under CPython this program hangs until somebody ends it, without a word. Here the loop sees
#   that nothing is ready and no timer is set, stops, and says who waits for what.

import asyncio


async def cook(dish):
    print("cook: no stove, going home")
    await asyncio.sleep(1)


async def main():
    dish = asyncio.get_running_loop().create_future()
    cooking = asyncio.create_task(cook(dish))
    print("guest: waiting")
    print("guest: eating", await dish)
    await cooking


asyncio.run(main())

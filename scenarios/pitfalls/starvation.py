# title: Starved by a busy coroutine
# concept: an await that never suspends
# chapter: Pitfalls
# order: 7
# python: 3.7+
# ends: returns
# claims:
#   takes 0 s
#   5 tasks
#   prints exactly "greedy: done; the neighbour had 0 turns",
#     "polite: done; the neighbour had 10 turns"
# note [await]: An await, but what it awaits never waits for anything: no switch, a thousand times.
# note [breathe]: Every hundred pieces: back to the loop, once around, for whoever is ready.
# note [turn]: One turn for each time that it gets to run.
# lesson: The greedy task works through a thousand pieces and awaits each of them. It looks well
#   behaved, but piece never suspends, and so no await ever gets back to the loop: all the
#   thousand are one single step. Its neighbour, ready all along, does not get a turn.
#
#   An await is not a pause. It switches only when something at its end really suspends: a timer, a
#   future, a lock that is taken. The polite task adds sleep(0), which suspends once.
#
#   Watch the neighbour on the ready queue while the greedy one runs, and then compare the steps of
#   the two in order. Long computations belong in a process.

import asyncio

turns = 0


async def piece(number):
    return number * number


async def greedy():
    for number in range(1000):
        await piece(number)  # [await]
    print("greedy: done; the neighbour had", turns, "turns")


async def polite():
    for number in range(1000):
        await piece(number)
        if number % 100 == 99:
            await asyncio.sleep(0)  # [breathe]
    print("polite: done; the neighbour had", turns, "turns")


async def neighbour():
    global turns
    while True:
        await asyncio.sleep(0)
        turns += 1  # [turn]


async def main():
    global turns
    for way in (greedy, polite):
        turns = 0
        beside = asyncio.create_task(neighbour())
        await asyncio.create_task(way())
        beside.cancel()


asyncio.run(main())

# title: The dining philosophers
# concept: everybody waits for somebody
# chapter: Pitfalls
# order: 8
# python: 3.7+
# ends: deadlock
# claims:
#   takes 1 s
#   6 tasks
#   exit code 3
#   finding deadlock
#   prints "philosopher 1 has the left fork", "philosopher 5 has the left fork"
#   prints 5 lines
# note [left]: Everybody gets this one: five forks, five philosophers.
# note [think]: A second of thinking, long enough for all the others to take their left fork.
# note [right]: The neighbour's left one, who will not give it back before he has eaten.
# lesson: Five philosophers around a table, a fork between each two. To eat, one needs both. All
#   take the left one first, think for a second, and reach for the right one, which the neighbour
#   holds. Nobody ever eats.
#
#   Under python3 the program hangs. In loopscope the loop sees that nothing is ready and no timer
#   is set, and says who waits for what: read it around the table. Such circles arise wherever two
#   locks are taken in different orders.
#
#   Cure: an order for the forks. Try: let the last philosopher take the right one first. Or let a
#   semaphore admit only four to the table.

import asyncio

PHILOSOPHERS = 5


async def dine(number, left, right):
    async with left:  # [left]
        print(f"philosopher {number} has the left fork")
        await asyncio.sleep(1)  # [think]
        async with right:  # [right]
            print(f"philosopher {number} eats")


async def main():
    forks = [asyncio.Lock() for _ in range(PHILOSOPHERS)]
    await asyncio.gather(
        *(
            dine(number + 1, forks[number], forks[(number + 1) % PHILOSOPHERS])
            for number in range(PHILOSOPHERS)
        )
    )


asyncio.run(main())

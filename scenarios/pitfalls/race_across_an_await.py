# title: A race across an await
# concept: shared state between reading and writing
# chapter: Pitfalls
# order: 6
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   7 tasks
#   prints exactly "without a lock: 90 left of 100", "with a lock: 70 left of 100"
# note [read]: What is read here is old by the time it is used.
# note [gap]: The gap: everybody else runs here, and reads the same balance.
# note [write]: Overwrites what the others have written meanwhile.
# note [lock]: Whoever is inside keeps the others out, awaits and all.
# lesson: Three tasks take 10 out of an account of 100. 70 should be left, but 90 are: each task
#   reads the balance, waits a while, and writes back what it has computed from the old value.
#
#   There is only one thread, and yet a race: between two awaits nobody gets in, but across an
#   await everybody does. Rule: never carry a value of shared state over an await, or hold an
#   asyncio.Lock meanwhile. The lock makes the three wait for one another, and costs time: three
#   quarters of a second for the first way, three times as much for the second.
#
#   Watch in the first half how all three read before one writes. Try: move the read behind the
#   await. Is the lock still needed?

import asyncio

balance = 100


async def withdraw(amount):
    global balance
    before = balance  # [read]
    await asyncio.sleep(0.75)  # [gap] stands in for a question to the bank
    balance = before - amount  # [write]


async def withdraw_locked(amount, lock):
    async with lock:  # [lock]
        await withdraw(amount)


async def main():
    global balance
    await asyncio.gather(*(withdraw(10) for _ in range(3)))
    print("without a lock:", balance, "left of 100")
    balance = 100
    lock = asyncio.Lock()
    await asyncio.gather(*(withdraw_locked(10, lock) for _ in range(3)))
    print("with a lock:", balance, "left of 100")


asyncio.run(main())

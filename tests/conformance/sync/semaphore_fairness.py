import asyncio


async def taker(n, sem, rounds):
    for r in range(rounds):
        await sem.acquire()
        print(n, r)
        sem.release()


async def holder(n, sem):
    await sem.acquire()
    print("holder", n)
    await asyncio.sleep(0)
    sem.release()
    await sem.acquire()
    print("holder again", n)
    sem.release()


async def main():
    sem = asyncio.Semaphore(1)
    await asyncio.gather(taker("a", sem, 2), taker("b", sem, 2))
    await asyncio.gather(*(holder(n, sem) for n in range(4)))


asyncio.run(main())

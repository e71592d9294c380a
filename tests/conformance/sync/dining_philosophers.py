import asyncio


async def philosopher(n, left, right, limit):
    for meal in range(2):
        async with limit, left, right:
            print(n, "eats", meal)
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.05)


async def main():
    forks = [asyncio.Lock() for _ in range(4)]
    limit = asyncio.Semaphore(3)
    await asyncio.gather(*(philosopher(n, forks[n], forks[(n + 1) % 4], limit) for n in range(4)))


asyncio.run(main())

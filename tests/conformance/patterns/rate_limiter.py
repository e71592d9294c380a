# virtual: 0.5
import asyncio


class RateLimiter:
    def __init__(self, n, per):
        self.per, self.sem = per, asyncio.Semaphore(n)

    async def __aenter__(self):
        await self.sem.acquire()

    async def __aexit__(self, *a):
        asyncio.get_running_loop().call_later(self.per, self.sem.release)


async def main():
    limiter = RateLimiter(2, 0.2)
    start = asyncio.get_running_loop().time()

    async def call(n):
        async with limiter:
            print(n, round(asyncio.get_running_loop().time() - start, 1))

    await asyncio.gather(*(call(n) for n in range(5)))
    await asyncio.sleep(0.1)


asyncio.run(main())

# virtual: 0.3
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0.1)
        return self.n


async def main():
    async for x in Countdown(3):
        print(x)
    else:
        print("lift off")


asyncio.run(main())

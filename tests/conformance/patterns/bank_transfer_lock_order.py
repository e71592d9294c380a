import asyncio


class Account:
    def __init__(self, name, amount):
        self.name, self.amount, self.lock = name, amount, asyncio.Lock()


async def transfer(a, b, n):
    first, second = sorted((a, b), key=lambda x: x.name)
    async with first.lock:
        await asyncio.sleep(0)
        async with second.lock:
            a.amount -= n
            await asyncio.sleep(0.1)
            b.amount += n
            print(a.name, "->", b.name, n)


async def main():
    x, y = Account("x", 100), Account("y", 100)
    await asyncio.gather(transfer(x, y, 10), transfer(y, x, 30), transfer(x, y, 5))
    print(x.amount, y.amount)


asyncio.run(main())

import asyncio


async def consumer(n, cond, items):
    async with cond:
        await cond.wait_for(lambda: items)
        print("consumer", n, "takes", items.pop(0))


async def producer(cond, items):
    for i in range(3):
        await asyncio.sleep(0.1)
        async with cond:
            items.append(i)
            print("produced", i)
            cond.notify()


async def main():
    cond, items = asyncio.Condition(), []
    await asyncio.gather(*(consumer(n, cond, items) for n in range(3)), producer(cond, items))


asyncio.run(main())

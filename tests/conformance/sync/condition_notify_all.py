import asyncio


async def waiter(n, cond):
    async with cond:
        print(n, "waits")
        print(n, "woken", await cond.wait(), cond.locked())
        await asyncio.sleep(0)


async def main():
    cond = asyncio.Condition()
    ts = [asyncio.create_task(waiter(n, cond)) for n in "abcd"]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
        print("notified two")
    await asyncio.sleep(0.1)
    print([t.done() for t in ts])
    async with cond:
        cond.notify_all()
    await asyncio.gather(*ts)


asyncio.run(main())

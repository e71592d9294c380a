import asyncio


async def waiter(n, cond):
    async with cond:
        try:
            await cond.wait()
            print(n, "notified")
        except asyncio.CancelledError:
            print(n, "cancelled, holds the lock:", cond.locked())
            raise


async def main():
    cond = asyncio.Condition()
    ts = [asyncio.create_task(waiter(n, cond)) for n in "ab"]
    await asyncio.sleep(0)
    async with cond:
        ts[0].cancel()
        cond.notify()
        print("both at once")
    await asyncio.wait(ts, timeout=0.1)
    print([t.done() for t in ts])
    async with cond:
        cond.notify_all()
    await asyncio.wait(ts)


asyncio.run(main())

import asyncio


async def slow():
    await asyncio.sleep(0.3)
    print("slow done")


async def waiting(t):
    try:
        await asyncio.wait([t])
    except asyncio.CancelledError:
        print("waiter cancelled, task goes on:", not t.done())
        raise


async def main():
    t = asyncio.create_task(slow())
    w = asyncio.create_task(waiting(t))
    await asyncio.sleep(0.1)
    w.cancel()
    await asyncio.wait([w, t])
    print(w.cancelled(), t.cancelled())


asyncio.run(main())

import asyncio


async def waiter(name, lock):
    try:
        async with lock:
            print(name, "has it")
    except asyncio.CancelledError:
        print(name, "gave up")
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    ts = [asyncio.create_task(waiter(n, lock)) for n in "abc"]
    await asyncio.sleep(0)
    ts[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    ts[1].cancel()
    await asyncio.wait(ts)
    print(lock.locked(), [t.cancelled() for t in ts])


asyncio.run(main())

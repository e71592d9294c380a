import asyncio


async def want(n, sem):
    try:
        async with sem:
            print(n, "in")
            await asyncio.sleep(0.12)
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise


async def main():
    sem = asyncio.Semaphore(1)
    ts = [asyncio.create_task(want(n, sem)) for n in "abcd"]
    await asyncio.sleep(0.05)
    ts[1].cancel()
    await asyncio.sleep(0.05)
    ts[2].cancel()
    await asyncio.wait(ts)
    print(sem.locked())


asyncio.run(main())

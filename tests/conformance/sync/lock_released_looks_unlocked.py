import asyncio


async def second(lock):
    print("second waits")
    async with lock:
        print("second has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    t = asyncio.create_task(second(lock))
    await asyncio.sleep(0)
    lock.release()
    print("locked right after release:", lock.locked())
    await asyncio.sleep(0)
    print("one turn later:", lock.locked())
    await t


asyncio.run(main())

import asyncio


async def waiter(name, lock):
    await lock.acquire()
    print(name, "got it")
    await asyncio.sleep(0)
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(waiter("a", lock))
    b = asyncio.create_task(waiter("b", lock))
    await asyncio.sleep(0)
    lock.release()
    await lock.acquire()
    print("main got it again")
    lock.release()
    await asyncio.gather(a, b)


asyncio.run(main())

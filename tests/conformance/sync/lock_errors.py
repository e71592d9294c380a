import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    try:
        with lock:
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
    for cls in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        try:
            cls(-1)
        except ValueError as e:
            print(e)
    s = asyncio.BoundedSemaphore(1)
    try:
        s.release()
    except ValueError as e:
        print(e)
    c = asyncio.Condition()
    for call in (c.notify, c.notify_all):
        try:
            call()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    async with lock:
        try:
            await asyncio.wait_for(lock.acquire(), 0.1)
        except TimeoutError:
            print("would deadlock")


asyncio.run(main())

# virtual: 0.5
import asyncio


async def worker():
    try:
        await asyncio.sleep(5)
    finally:
        print("cleanup starts")
        try:
            await asyncio.sleep(0.3)
            print("not reached")
        except asyncio.CancelledError:
            print("cancelled again in cleanup")
            await asyncio.sleep(0.2)
            print("second cleanup done")


async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(0.1)
    t.cancel()
    await asyncio.sleep(0.2)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("main sees it", t.cancelled())


asyncio.run(main())

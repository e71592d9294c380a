# virtual: 0.2
import asyncio
import sys


async def worker(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker", n, "cancelled")
        raise
    finally:
        print("worker", n, "finally")


async def quitter():
    await asyncio.sleep(0.2)
    print("quitting")
    sys.exit(7)


async def main():
    t = asyncio.create_task(worker(1))
    asyncio.create_task(quitter())
    try:
        await t
    finally:
        print("main finally")


asyncio.run(main())

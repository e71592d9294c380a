# virtual: 0.3
import asyncio


async def slow():
    try:
        await asyncio.sleep(0.3)
        print("finished")
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    t = asyncio.create_task(slow())
    done, pending = await asyncio.wait({t}, timeout=0.1)
    print(len(done), len(pending), t.done())
    await t


asyncio.run(main())

import asyncio


async def bad():
    await asyncio.sleep(0.1)
    raise ValueError("after the outer went")


async def main():
    s = asyncio.shield(bad())
    await asyncio.sleep(0)
    s.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("cancelled")
    await asyncio.sleep(0.2)
    print("end")


asyncio.run(main())

import asyncio


async def bad(n):
    raise ValueError(n)


async def main():
    asyncio.create_task(bad(1), name="first")
    await asyncio.sleep(0.1)
    print("between")
    asyncio.create_task(bad(2), name="second")
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())

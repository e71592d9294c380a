import asyncio


async def bad():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("in cleanup")


async def main():
    asyncio.create_task(bad(), name="bad one")
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
print("after")

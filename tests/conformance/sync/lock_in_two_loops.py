import asyncio

lock = asyncio.Lock()


async def hold():
    async with lock:
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(hold(), hold())


asyncio.run(main())
print("first loop done")
try:
    asyncio.run(main())
except RuntimeError as e:
    print(str(e).partition("<")[0], str(e).rpartition(">")[2])

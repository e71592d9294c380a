import asyncio


async def getter(n, q):
    for _ in range(2):
        item = await q.get()
        print(n, "<-", item)


async def putter(n, q):
    for i in range(3):
        await q.put(f"{n}{i}")
        print(n, "->", i)


async def main():
    q = asyncio.Queue(1)
    await asyncio.gather(*(getter(n, q) for n in range(3)), *(putter(n, q) for n in "xy"))


asyncio.run(main())

import asyncio


async def w(i, out):
    for k in range(3):
        out.append((i, k))
        await asyncio.sleep(0)


async def main():
    out = []
    async with asyncio.TaskGroup() as tg:
        for i in range(20):
            tg.create_task(w(i, out))
    print(out)


asyncio.run(main())

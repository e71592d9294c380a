# virtual: 0.5
import asyncio


async def poll(flag):
    n = 0
    while not flag:
        n += 1
        await asyncio.sleep(0.1)
    return n


async def main():
    flag = []
    t = asyncio.create_task(poll(flag))
    await asyncio.sleep(0.45)
    flag.append(1)
    print(await t)


asyncio.run(main())

# virtual: 0
import asyncio


async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(count(n, k)) for n, k in (("a", 3), ("b", 1), ("c", 2))]
    print("created")
    for t in tasks:
        print(await t)


asyncio.run(main())

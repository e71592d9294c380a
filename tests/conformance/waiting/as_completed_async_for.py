# needs: 3.13
# virtual: 0.3
import asyncio


async def f(n):
    await asyncio.sleep(n / 10)
    return n


async def main():
    tasks = [asyncio.create_task(f(n), name=f"t{n}") for n in (3, 1, 2)]
    async for t in asyncio.as_completed(tasks):
        print(t.get_name(), t in tasks, await t)


asyncio.run(main())

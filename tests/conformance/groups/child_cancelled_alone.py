import asyncio


async def f(n):
    await asyncio.sleep(n / 10)
    print("done", n)


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(f(1))
        b = tg.create_task(f(2))
        await asyncio.sleep(0.05)
        a.cancel()
    print(a.cancelled(), b.cancelled())


asyncio.run(main())

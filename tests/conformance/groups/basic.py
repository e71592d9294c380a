# virtual: 0.3
import asyncio


async def f(n):
    await asyncio.sleep(n / 10)
    print("f", n)
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(f(3), name="a")
        b = tg.create_task(f(1))
        print("in the body", a.get_name())
    print("after", a.result(), b.result())


asyncio.run(main())

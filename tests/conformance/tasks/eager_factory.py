# needs: 3.12
import asyncio


async def immediate(x):
    print("ran", x)
    return x


async def suspends(x):
    print("start", x)
    await asyncio.sleep(0)
    print("end", x)
    return x


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(immediate(1))
    print("created", t.done(), t.result())
    t = asyncio.create_task(suspends(2), name="two")
    print("created", t.done(), t.get_name())
    print(await t)
    print(await asyncio.gather(immediate(3), suspends(4), immediate(5)))
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(immediate(6))
        b = tg.create_task(suspends(7))
        print(a.done(), b.done())
    print(a.result(), b.result())


asyncio.run(main())

import asyncio


async def f(n):
    return n


def factory(loop, coro, **kwargs):
    print("factory", coro.__name__)
    return asyncio.Task(coro, loop=loop, **kwargs)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    t = asyncio.create_task(f(1), name="one")
    print(t.get_name(), await t)
    print(await asyncio.gather(f(2), f(3)))
    loop.set_task_factory(None)
    print(await asyncio.create_task(f(4)))
    try:
        loop.set_task_factory("no")
    except TypeError as e:
        print(e)


asyncio.run(main())

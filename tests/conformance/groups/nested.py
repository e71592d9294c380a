import asyncio


async def f(n, fail=False):
    try:
        await asyncio.sleep(n / 10)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise
    if fail:
        raise ValueError(n)
    print("done", n)


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(f(1))
        tg.create_task(f(2, True))
        tg.create_task(f(4))


def show(e, depth=0):
    print("  " * depth + type(e).__name__, e.args[0])
    for sub in getattr(e, "exceptions", ()):
        show(sub, depth + 1)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner())
            tg.create_task(f(3))
    except ExceptionGroup as eg:
        show(eg)
        print(eg.split(ValueError)[1])
        print(eg.subgroup(lambda e: isinstance(e, ValueError)) is not None)


asyncio.run(main())

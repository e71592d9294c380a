import asyncio


async def f():
    print("once")
    return object()


async def main():
    c = f()
    a, b = await asyncio.gather(c, c)
    print(a is b)
    t = asyncio.create_task(f())
    x, y, z = await asyncio.gather(t, f(), t)
    print(x is z, x is y)


asyncio.run(main())

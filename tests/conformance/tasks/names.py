import asyncio


async def f():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(f())
    b = asyncio.create_task(f(), name="bee")
    c = asyncio.create_task(f(), name=42)
    print(await a, await b, repr(await c))
    a.set_name("later")
    print(a.get_name())
    print(await asyncio.gather(f(), f()))
    d = asyncio.create_task(f())
    d.set_name(("tuple", 1))
    print(repr(d.get_name()), await d)


asyncio.run(main())

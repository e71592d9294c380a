import asyncio


async def gen():
    yield 1
    await asyncio.sleep(0.1)
    yield 2


async def main():
    g = gen()
    r = await asyncio.gather(g.__anext__(), g.__anext__(), return_exceptions=True)
    print(r)
    g = gen()
    await anext(g)
    r = await asyncio.gather(anext(g), anext(g), g.aclose(), return_exceptions=True)
    print(r)


asyncio.run(main())

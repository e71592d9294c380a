import asyncio


async def stops():
    yield 1
    raise StopAsyncIteration


async def stops_sync():
    yield 1
    raise StopIteration


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    for g in (stops, stops_sync):
        try:
            async for x in g():
                print(x)
        except RuntimeError as e:
            print(e)
    g = ignores()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    try:
        async for x in [1, 2]:
            pass
    except TypeError as e:
        print(e)
    try:
        for x in ignores():
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())

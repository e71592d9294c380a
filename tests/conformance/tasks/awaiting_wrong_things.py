import asyncio


async def main():
    for thing in (5, "text", None, [1], lambda: 3, print):
        try:
            await thing
        except TypeError as e:
            print(e)

    class Bad:
        def __await__(self):
            return 3

    try:
        await Bad()
    except TypeError as e:
        print(e)

    class Yields:
        def __await__(self):
            yield 42

    try:
        await Yields()
    except RuntimeError as e:
        print(e)


asyncio.run(main())

import asyncio


async def f():
    try:
        raise KeyError("first")
    except KeyError:
        await asyncio.sleep(0)
        raise ValueError("second")


async def main():
    try:
        await f()
    except ValueError as e:
        print(repr(e.__context__), e.__cause__, e.__suppress_context__)
    try:
        try:
            await f()
        finally:
            raise TypeError("third")
    except TypeError as e:
        print(repr(e.__context__), repr(e.__context__.__context__))
    try:
        raise OSError("o") from None
    except OSError as e:
        print(e.__cause__, e.__suppress_context__)
        e.add_note("a note")
        print(e.__notes__)


asyncio.run(main())

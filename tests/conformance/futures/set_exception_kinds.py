import asyncio


class Mine(Exception):
    def __init__(self, *args):
        super().__init__("made", *args)


async def main():
    loop = asyncio.get_running_loop()
    for value in (ValueError, ValueError("x"), Mine, Mine(1), KeyError("k"), "text", StopIteration, StopIteration(3), 5):
        f = loop.create_future()
        try:
            f.set_exception(value)
        except TypeError as e:
            print("refused:", e)
            continue
        try:
            await f
        except Exception as e:
            print(type(e).__name__, e.args, type(e.__cause__).__name__)


asyncio.run(main())

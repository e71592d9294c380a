import asyncio


class Res:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name)
        await asyncio.sleep(0)
        return self.name

    async def __aexit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value)
        await asyncio.sleep(0)
        return self.swallow


async def main():
    async with Res("a", True) as a, Res("b") as b:
        print(a, b)
        raise ValueError("inside")
    print("swallowed")
    try:
        async with Res("c"):
            raise KeyError(1)
    except KeyError:
        print("through")
    try:
        async with Res("d"):
            return
    finally:
        print("returning")


asyncio.run(main())

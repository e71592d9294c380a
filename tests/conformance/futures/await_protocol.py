import asyncio


class Delay:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        print("awaiting", self.seconds)
        yield from asyncio.sleep(self.seconds).__await__()
        print("waited")
        return self.seconds * 10


class Yielder:
    def __await__(self):
        for i in range(3):
            print("yield", i)
            yield
        return "yielded"


async def main():
    print(await Delay(0.1))
    print(await Yielder())
    print(await asyncio.gather(Delay(0.1), Yielder()))
    print(await asyncio.wait_for(Yielder(), 1))


asyncio.run(main())

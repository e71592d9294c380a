import asyncio

NAMES = "abcdefgh"


def make(name):
    def callback():
        pass

    callback.__qualname__ = name
    return callback


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.02
    for name in NAMES:
        loop.call_at(when, make(name))
    await asyncio.sleep(0.04)


asyncio.run(main())

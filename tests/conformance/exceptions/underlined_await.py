import asyncio
import os
import traceback


async def step(n):
    raise ValueError(n)


def show():
    print(traceback.format_exc().replace(os.path.dirname(__file__) + os.sep, ""))


async def main():
    try:
        await step(1)
    except ValueError:
        show()
    try:
        print(1 + await step(2))
    except ValueError:
        show()


asyncio.run(main())

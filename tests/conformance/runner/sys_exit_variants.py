import asyncio
import sys


async def main(arg):
    try:
        sys.exit(arg)
    except SystemExit as e:
        print(repr(e), e.code)
        raise


for arg in (None, 0, 3, "text"):
    try:
        asyncio.run(main(arg))
    except SystemExit as e:
        print("out", repr(e.code))
asyncio.run(main("the last words"))

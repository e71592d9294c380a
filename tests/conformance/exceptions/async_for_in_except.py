import asyncio, sys
async def ag(n):
    for i in range(n): yield i
async def main():
    try:
        raise ValueError(1)
    except ValueError:
        async for x in ag(1): print(x, repr(sys.exception()))
        print("after", repr(sys.exception()))
        raise
try: asyncio.run(main())
except BaseException as e: print(repr(e))

import asyncio, sys
class CM:
    async def __aenter__(self): return self
    async def __aexit__(self, et, e, tb): return False
async def main():
    for i in range(3):
        try:
            async with CM(): raise OSError(i)
        except OSError as e: print(repr(e), repr(e.__context__), sys.exception())
    print(sys.exception())
asyncio.run(main())

import asyncio
class CM:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return True
async def main():
    async with CM() as a, CM() as b: raise ValueError('v')
    raise KeyError(1)
asyncio.run(main())

import asyncio, contextlib

@contextlib.asynccontextmanager
async def res(n):
    try:
        yield n.upper()
    except ValueError as e:
        print('swallow', e)

async def main():
    async with res('a') as a, res('b') as b:
        raise ValueError('v')
    try:
        async for x in [1, 2]:
            pass
    except TypeError as e:
        print(e)
asyncio.run(main())

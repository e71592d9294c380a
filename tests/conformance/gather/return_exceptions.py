import asyncio


async def ok(n):
    await asyncio.sleep(n / 10)
    return n


async def bad(n):
    await asyncio.sleep(n / 10)
    raise ValueError(n)


async def main():
    r = await asyncio.gather(ok(1), bad(2), ok(3), return_exceptions=True)
    print(r)
    try:
        await asyncio.gather(ok(1), bad(2), bad(1))
    except ValueError as e:
        print("first failure", e)
    await asyncio.sleep(0.2)
    print(await asyncio.gather())
    print(await asyncio.gather(return_exceptions=True))


asyncio.run(main())

import asyncio


async def bad(n):
    await asyncio.sleep(n / 10)
    raise ValueError(n)


async def main():
    g = asyncio.gather(bad(1), bad(2))
    try:
        await g
    except ValueError as e:
        print(e)
    print(g.done(), repr(g.exception()))
    await asyncio.sleep(0.2)
    print("end")


asyncio.run(main())

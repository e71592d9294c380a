import asyncio


async def bad():
    try:
        yield 1
        yield 2
    finally:
        raise ValueError("in generator cleanup")


keep = []


async def main():
    g = bad()
    keep.append(g)
    print(await anext(g))


asyncio.run(main())
print("after")

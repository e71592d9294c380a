# virtual: 0.4
import asyncio


async def f(n):
    await asyncio.sleep(n / 10)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    for c in asyncio.as_completed([f(4), f(2), f(1), f(3)]):
        try:
            print(await c)
        except ValueError as e:
            print("error", e)


asyncio.run(main())

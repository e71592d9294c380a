# virtual: 0.3
import asyncio


async def f(n):
    print("start", n)
    await asyncio.sleep(n / 10)
    print("end", n)
    return n


async def main():
    inner = asyncio.gather(f(1), f(2))
    outer = asyncio.gather(inner, f(3), asyncio.gather(f(1), f(1)))
    print(await outer)


asyncio.run(main())

import asyncio
from contextlib import aclosing


async def lines():
    try:
        for i in range(5):
            yield f"line {i}"
            await asyncio.sleep(0.1)
    finally:
        await asyncio.sleep(0.1)
        print("file closed")


async def main():
    async with aclosing(lines()) as ls:
        async for line in ls:
            print(line)
            if line.endswith("1"):
                break
    print("end")


asyncio.run(main())

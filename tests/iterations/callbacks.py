import asyncio


def first():
    asyncio.get_running_loop().call_soon(second)


def second():
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(first)
    loop.call_soon(second)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())

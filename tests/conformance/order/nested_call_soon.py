import asyncio


def again(n):
    print("callback", n)
    if n:
        asyncio.get_running_loop().call_soon(again, n - 1)


async def main():
    asyncio.get_running_loop().call_soon(again, 4)
    for i in range(6):
        print("main", i)
        await asyncio.sleep(0)


asyncio.run(main())

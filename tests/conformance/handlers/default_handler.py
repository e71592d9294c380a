import asyncio


def bad():
    raise ValueError("callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    await asyncio.sleep(0)
    loop.default_exception_handler({"message": "by hand", "a": 1})
    print("goes on")


asyncio.run(main())

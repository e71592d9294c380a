import asyncio
import os


def handler(loop, context):
    print(sorted(context), context["message"].replace(os.path.abspath(__file__), "FILE"), repr(context.get("exception")))


def bad():
    raise ValueError("callback")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    loop.call_later(0.1, bad)
    await asyncio.sleep(0.2)
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)


asyncio.run(main())

import asyncio
import sys


async def main():
    print(asyncio.get_running_loop().get_debug(), sys.get_coroutine_origin_tracking_depth() > 0)
    asyncio.get_running_loop().set_debug(False)
    print(asyncio.get_running_loop().get_debug())
    try:
        asyncio.get_running_loop().set_debug(True)
        asyncio.get_running_loop().call_soon(5)
    except TypeError as e:
        print(e)
    try:
        asyncio.get_running_loop().call_soon(main)
    except TypeError as e:
        print(e)


asyncio.run(main(), debug=True)

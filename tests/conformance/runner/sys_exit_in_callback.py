import asyncio
import sys


async def main():
    asyncio.get_running_loop().call_later(0.1, sys.exit, 5)
    try:
        await asyncio.sleep(1)
        print("not reached")
    finally:
        print("finally")


asyncio.run(main())

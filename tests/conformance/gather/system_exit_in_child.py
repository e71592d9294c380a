import asyncio
import sys


async def quits():
    await asyncio.sleep(0.1)
    sys.exit(4)


async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print("other cleaned up")


async def main():
    try:
        await asyncio.gather(quits(), other())
    finally:
        print("main cleaned up")


asyncio.run(main())

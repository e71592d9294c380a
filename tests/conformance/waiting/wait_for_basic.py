# virtual: 1.2
import asyncio


async def eternity():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("cancelled by wait_for")
        raise
    print("yay!")


async def main():
    try:
        await asyncio.wait_for(eternity(), timeout=1.0)
    except TimeoutError as e:
        print("timeout!", repr(e), type(e.__cause__).__name__)
    print(await asyncio.wait_for(asyncio.sleep(0.1, "in time"), 1))
    print(await asyncio.wait_for(asyncio.sleep(0.1, "no limit"), None))


asyncio.run(main())

import asyncio


async def ignores():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "a value instead"


async def raises():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("an error instead") from None


async def main():
    for f in (ignores, raises):
        try:
            print(await asyncio.wait_for(f(), 0.1))
        except Exception as e:
            print(type(e).__name__, e)


asyncio.run(main())

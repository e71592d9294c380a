import asyncio


async def gen():
    try:
        while True:
            yield 1
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("gen cancelled")
        raise
    finally:
        print("gen finally")


async def use():
    async for x in gen():
        print(x)


async def main():
    t = asyncio.create_task(use())
    await asyncio.sleep(0.1)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True) and t.cancelled())


asyncio.run(main())

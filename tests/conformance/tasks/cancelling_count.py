import asyncio


async def stubborn():
    for _ in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            t = asyncio.current_task()
            print("cancelling", t.cancelling())
    print("uncancel", t.uncancel(), t.uncancel(), t.uncancel(), t.uncancel())
    return "survived"


async def main():
    t = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0)
        print("cancel", t.cancel())
    print(await t, t.cancelled(), t.cancelling())


asyncio.run(main())

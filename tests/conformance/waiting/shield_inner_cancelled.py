import asyncio


async def main():
    t = asyncio.create_task(asyncio.sleep(1))
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel("inner")
    try:
        await s
    except asyncio.CancelledError as e:
        print("cancelled", e.args, s.cancelled(), t.cancelled())
    t = asyncio.create_task(asyncio.sleep(0, "r"))
    await t
    print(asyncio.shield(t) is t)


asyncio.run(main())

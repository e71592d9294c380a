# virtual: 0.4
import asyncio


async def important():
    await asyncio.sleep(0.3)
    print("important finished")
    return "saved"


async def outer(t):
    try:
        await asyncio.shield(t)
    except asyncio.CancelledError:
        print("outer cancelled")
        raise


async def main():
    t = asyncio.create_task(important())
    o = asyncio.create_task(outer(t))
    await asyncio.sleep(0.1)
    o.cancel()
    await asyncio.wait([o])
    print(o.cancelled(), t.done())
    try:
        await asyncio.wait_for(asyncio.shield(t), 0.1)
    except TimeoutError:
        print("timed out, still running", not t.done())
    print(await t)
    await asyncio.sleep(0.1)


asyncio.run(main())

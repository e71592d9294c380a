# virtual: 0.12
import asyncio


async def forever(name):
    try:
        while True:
            print(name, "beat")
            await asyncio.sleep(0.05)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "finally")


async def main():
    t = asyncio.create_task(forever("x"))
    await asyncio.sleep(0.12)
    print("main ends", t.done())
    return "result"


print(asyncio.run(main()))

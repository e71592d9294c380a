# virtual: 0.3
import asyncio


async def bad():
    await asyncio.sleep(0.1)
    raise RuntimeError("early")


async def slow():
    await asyncio.sleep(0.3)
    print("slow finished anyway")
    return "slow"


async def main():
    t = asyncio.create_task(slow())
    try:
        await asyncio.gather(bad(), t)
    except RuntimeError as e:
        print("caught", e, t.done())
    print(await t)


asyncio.run(main())

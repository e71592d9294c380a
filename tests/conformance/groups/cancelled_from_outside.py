import asyncio


left = []


async def child(n):
    try:
        await asyncio.sleep(5)
    finally:
        left.append(n)


async def parent():
    try:
        async with asyncio.TaskGroup() as tg:
            for n in range(3):
                tg.create_task(child(n))
            print("waiting")
    except asyncio.CancelledError as e:
        print("parent cancelled", e.args, sorted(left))
        raise


async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    t.cancel("outside")
    try:
        await t
    except asyncio.CancelledError as e:
        print("main", e.args)


asyncio.run(main())

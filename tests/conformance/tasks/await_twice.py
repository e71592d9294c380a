import asyncio


async def f():
    await asyncio.sleep(0)
    return 1


async def main():
    c = f()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    t = asyncio.create_task(f())
    print(await t, await t)
    c = f()
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    try:
        await c
    except RuntimeError as e:
        print(e)
    print(await t)


asyncio.run(main())

import asyncio


async def f():
    return 1


def bad(t):
    raise RuntimeError("in callback")


async def main():
    t = asyncio.create_task(f(), name="f")
    t.add_done_callback(bad)
    t.add_done_callback(lambda t: print("next callback", t.result()))
    print(await t)
    await asyncio.sleep(0)


asyncio.run(main())

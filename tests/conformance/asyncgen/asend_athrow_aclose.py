import asyncio


async def echo():
    got = None
    try:
        while True:
            try:
                got = yield got
                await asyncio.sleep(0)
            except ValueError as e:
                got = f"handled {e}"
    finally:
        print("finally")


async def main():
    g = echo()
    print(await g.asend(None))
    print(await g.asend("hi"))
    print(await g.athrow(ValueError("v")))
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print("StopAsyncIteration", e.args)
    print(await anext(g, "default"))
    try:
        await echo().asend(1)
    except TypeError as e:
        print(e)


asyncio.run(main())

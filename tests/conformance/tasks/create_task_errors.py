import asyncio


async def f():
    pass


def plain():
    return 3


coro = f()
try:
    asyncio.create_task(coro)
except RuntimeError as e:
    print(e)
coro.close()


async def main():
    for thing in (plain, plain(), f, None, "x"):
        try:
            asyncio.create_task(thing)
        except TypeError as e:
            print(type(e).__name__, str(e).split(" at 0x")[0])
    fut = asyncio.get_running_loop().create_future()
    try:
        asyncio.create_task(fut)
    except TypeError as e:
        print(str(e).split("<")[0])
    print(asyncio.ensure_future(fut) is fut)
    try:
        asyncio.ensure_future(5)
    except TypeError as e:
        print(e)


asyncio.run(main())

import asyncio


async def f():
    return 1


async def main():
    tg = asyncio.TaskGroup()
    c = f()
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).partition("<")[0], str(e).rpartition(">")[2])
    c.close()
    async with tg:
        tg.create_task(f())
        try:
            await tg.__aenter__()
        except RuntimeError as e:
            print(str(e).rpartition(">")[2])
    c = f()
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).rpartition(">")[2])
    c.close()


asyncio.run(main())

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    print("open", name)
    await asyncio.sleep(0.1)
    try:
        yield name.upper()
    except ValueError as e:
        print("rolled back", e)
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


@asynccontextmanager
async def never_yields():
    if False:
        yield


@asynccontextmanager
async def yields_twice():
    yield 1
    yield 2


async def main():
    async with connection("db") as c:
        print("use", c)
        raise ValueError("bad query")
    for cm in (never_yields(), yields_twice()):
        try:
            async with cm:
                print("in")
        except RuntimeError as e:
            print(e)


asyncio.run(main())

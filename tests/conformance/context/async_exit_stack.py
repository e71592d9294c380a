import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def res(n):
    print("open", n)
    try:
        yield n
    finally:
        await asyncio.sleep(0)
        print("close", n)


async def acallback(x):
    await asyncio.sleep(0)
    print("async callback", x)


async def main():
    async with AsyncExitStack() as stack:
        got = [await stack.enter_async_context(res(n)) for n in range(3)]
        stack.push_async_callback(acallback, "a")
        stack.callback(print, "sync callback")
        print(got)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(res("x"))
            raise ValueError("v")
    except ValueError as e:
        print("caught", e)


asyncio.run(main())

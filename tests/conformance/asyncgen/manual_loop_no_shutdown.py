import asyncio


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("closed by shutdown_asyncgens")


keep = []


async def main():
    g = gen()
    keep.append(g)
    print(await anext(g))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("before")
loop.run_until_complete(loop.shutdown_asyncgens())
print("after")
loop.close()

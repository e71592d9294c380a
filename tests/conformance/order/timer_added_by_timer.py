import asyncio


async def main():
    loop = asyncio.get_running_loop()
    base = loop.time()

    def first():
        print("first")
        loop.call_at(base + 0.05, print, "overdue, next iteration")
        loop.call_soon(print, "soon")

    loop.call_at(base + 0.1, first)
    loop.call_at(base + 0.1, print, "second")
    await asyncio.sleep(0.2)


asyncio.run(main())

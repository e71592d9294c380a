import asyncio


async def main():
    loop = asyncio.get_running_loop()
    base = loop.time() + 0.1
    loop.call_at(base + 0.02, lambda: print("c"))
    loop.call_at(base, lambda: (print("a"), loop.call_soon(print, "a soon")))
    loop.call_at(base + 0.01, lambda: print("b"))
    await asyncio.sleep(0.2)


asyncio.run(main())

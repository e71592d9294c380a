import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def a():
        log.append("a")
        loop.call_soon(lambda: log.append("a2"))
        handle_c.cancel()

    loop.call_soon(a)
    loop.call_soon(lambda: log.append("b"))
    handle_c = loop.call_soon(lambda: log.append("c"))
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0)
    print(log)


asyncio.run(main())

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.1
    for name in "ABCDEFGH":
        loop.call_at(when, print, name)
    await asyncio.sleep(0.2)


asyncio.run(main())

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.1
    handles = {name: loop.call_at(when, print, name) for name in "ABCDEFGHIJKL"}
    for name in "BEH":
        handles[name].cancel()
    await asyncio.sleep(0.2)
    print([h.cancelled() for h in handles.values()])


asyncio.run(main())

import asyncio


async def quick():
    return 1


async def waits(name, awaitable):
    await awaitable
    print(name)


async def counter():
    for i in range(5):
        print("turn", i)
        await asyncio.sleep(0)


async def main():
    c = asyncio.create_task(counter())
    t = asyncio.create_task(quick())
    ws = [
        asyncio.create_task(waits("direct", t)),
        asyncio.create_task(waits("gather", asyncio.gather(t))),
        asyncio.create_task(waits("wait", asyncio.wait([t]))),
        asyncio.create_task(waits("shield", asyncio.shield(t))),
        asyncio.create_task(waits("wait_for", asyncio.wait_for(t, 5))),
    ]
    await asyncio.wait(ws)
    await c


asyncio.run(main())

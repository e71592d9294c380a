import asyncio


async def child(n):
    print("child", n)
    asyncio.get_running_loop().call_soon(print, "soon from child", n)
    await asyncio.sleep(0)
    print("child again", n)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    t1 = loop.create_task(child(1))
    loop.call_soon(print, "soon 2")
    t2 = loop.create_task(child(2))
    h = loop.call_soon(print, "never")
    h.cancel()
    print("cancelled?", h.cancelled())
    await asyncio.sleep(0)
    print("main between")
    await t1
    await t2
    print("main end")


asyncio.run(main())

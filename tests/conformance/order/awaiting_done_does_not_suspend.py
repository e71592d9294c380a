import asyncio


async def other():
    print("other ran")


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    asyncio.create_task(other())
    print("await done future", await f)
    print("no turn yet")
    await asyncio.sleep(0)
    t = asyncio.create_task(asyncio.sleep(0, "x"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.create_task(other())
    print(t.done(), await t)
    print("wait on done")
    await asyncio.wait([t])
    print("gather on done")
    await asyncio.gather(t)
    print("end")


asyncio.run(main())

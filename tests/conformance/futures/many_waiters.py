import asyncio


async def waiter(name, fut):
    print(name, "waits")
    print(name, "got", await fut)


async def main():
    fut = asyncio.Future()
    ts = [asyncio.create_task(waiter(i, fut)) for i in range(4)]
    await asyncio.sleep(0)
    fut.set_result("x")
    print("set")
    await asyncio.gather(*ts)


asyncio.run(main())

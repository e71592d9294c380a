import asyncio


async def waiter(fut):
    try:
        await fut
    except asyncio.CancelledError as e:
        print("waiter saw", e.args, asyncio.current_task().cancelling())
        return "recovered"


async def main():
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(waiter(fut))
    await asyncio.sleep(0)
    fut.cancel("from outside")
    print(await t, t.cancelled())
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(waiter(fut))
    await asyncio.sleep(0)
    t.cancel("the task")
    print(await t, fut.cancelled())


asyncio.run(main())

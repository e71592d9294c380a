# virtual: 0.2
import asyncio


async def setter(fut, delay, value):
    await asyncio.sleep(delay)
    fut.set_result(value)
    print("set")


async def main():
    fut = asyncio.get_running_loop().create_future()
    asyncio.create_task(setter(fut, 0.2, "... world"))
    print("hello ...")
    print(await fut)


asyncio.run(main())

import asyncio


def one(task):
    pass


def two(task):
    pass


async def work():
    return 1


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(one)
    task.add_done_callback(two)
    await task
    task.add_done_callback(two)
    await asyncio.sleep(0)


asyncio.run(main())

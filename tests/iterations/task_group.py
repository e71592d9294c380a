import asyncio


async def works():
    await asyncio.sleep(1)


async def fails():
    await asyncio.sleep(0.02)
    raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(works())
            group.create_task(fails())
    except* ValueError:
        pass


asyncio.run(main())

import asyncio
def factory(loop, coro, context=None):
    return asyncio.Task(coro, loop=loop, context=context)
async def job():
    return 1
async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    t = asyncio.create_task(job(), name="named")
    print(await t, t.get_name())
asyncio.run(main())

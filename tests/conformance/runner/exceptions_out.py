import asyncio


async def bad():
    await asyncio.sleep(0)
    raise ValueError("out of run")


async def cancels():
    asyncio.current_task().cancel("m")
    await asyncio.sleep(1)


for f in (bad, cancels):
    try:
        asyncio.run(f())
    except BaseException as e:
        print(type(e).__name__, e.args)
with asyncio.Runner() as runner:
    try:
        runner.run(bad())
    except ValueError as e:
        print(e)
    print(runner.run(asyncio.sleep(0, "usable")))

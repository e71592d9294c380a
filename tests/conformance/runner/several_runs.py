import asyncio


async def f(n):
    await asyncio.sleep(0.1)
    return asyncio.current_task().get_name(), n


with asyncio.Runner() as runner:
    print(runner.run(f(1)))
    print(runner.run(f(2)))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
print(loop.is_closed())
try:
    runner.run(f(3))
except RuntimeError as e:
    print(e)
print(asyncio.run(f(4)))

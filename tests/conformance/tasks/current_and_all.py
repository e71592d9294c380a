import asyncio


async def f():
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    await asyncio.sleep(0)


async def main():
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    ts = [asyncio.create_task(f(), name=f"f{i}") for i in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await ts[2]
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(asyncio.current_task() is not None, asyncio.current_task(asyncio.get_running_loop()).get_name())


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.all_tasks()
except RuntimeError as e:
    print(e)

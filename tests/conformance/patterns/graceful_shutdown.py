# virtual: 0.4
import asyncio


async def server(name, stopping):
    served = 0
    while not stopping.is_set():
        try:
            await asyncio.wait_for(stopping.wait(), 0.1)
        except TimeoutError:
            served += 1
    print(name, "served", served)
    await asyncio.sleep(0.15)
    print(name, "drained")


async def main():
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(server("a", stopping))
        tg.create_task(server("b", stopping))
        await asyncio.sleep(0.25)
        stopping.set()
        print("stopping")


asyncio.run(main())

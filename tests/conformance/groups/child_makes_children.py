# virtual: 0.3
import asyncio


async def node(tg, depth, name):
    print("enter", name)
    await asyncio.sleep(0.1)
    if depth:
        tg.create_task(node(tg, depth - 1, name + "l"))
        tg.create_task(node(tg, depth - 1, name + "r"))
    print("leave", name)


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(node(tg, 2, "x"))
    print("all done")


asyncio.run(main())

# virtual: 0.5
import asyncio

END = object()


async def source(out):
    for i in range(4):
        await asyncio.sleep(0.1)
        await out.put(i)
    await out.put(END)


async def square(inn, out):
    while (x := await inn.get()) is not END:
        await asyncio.sleep(0.1)
        await out.put(x * x)
    await out.put(END)


async def sink(inn):
    while (x := await inn.get()) is not END:
        print("result", x)


async def main():
    a, b = asyncio.Queue(1), asyncio.Queue(1)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(source(a))
        tg.create_task(square(a, b))
        tg.create_task(sink(b))


asyncio.run(main())

import asyncio
import contextvars

v = contextvars.ContextVar("v", default=0)


async def agen():
    v.set(v.get() + 1)
    yield v.get()
    await asyncio.sleep(0)
    v.set(v.get() + 10)
    yield v.get()


async def main():
    async for x in agen():
        print(x, v.get())
    t = asyncio.create_task(consume())
    print(await t, v.get())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(setter(1))
        tg.create_task(setter(2))
    print(v.get())


async def consume():
    return [x async for x in agen()]


async def setter(n):
    v.set(100 * n)
    await asyncio.sleep(0)
    print(v.get())


asyncio.run(main())

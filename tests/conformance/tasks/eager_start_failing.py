# needs: 3.12
import asyncio


async def fails():
    print("failing", asyncio.current_task().get_name())
    raise ValueError("eager")


async def cancels_self():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.Task(fails(), loop=loop, eager_start=True, name="E")
    print(t.done(), repr(t.exception()), asyncio.current_task().get_name())
    t = asyncio.Task(cancels_self(), loop=loop, eager_start=True, name="C")
    print(t.done())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())


asyncio.run(main())

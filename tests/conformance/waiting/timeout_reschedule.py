import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.1) as cm:
            for i in range(3):
                cm.reschedule(loop.time() + 0.1)
                await asyncio.sleep(0.05)
                print("step", i)
            await asyncio.sleep(0.2)
            print("not here")
    except TimeoutError:
        print("timeout", cm.expired())
    try:
        cm.reschedule(None)
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print("late already")
            await asyncio.sleep(0.1)
            print("not here")
    except TimeoutError:
        print("timeout at once")


asyncio.run(main())

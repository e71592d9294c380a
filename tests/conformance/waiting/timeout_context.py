# virtual: 0.5
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.2) as cm:
            await asyncio.sleep(1)
    except TimeoutError as e:
        print("timeout", cm.expired(), type(e.__cause__).__name__, e.args)
    async with asyncio.timeout(0.2) as cm:
        await asyncio.sleep(0.1)
    print(cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
        cm.reschedule(asyncio.get_running_loop().time() + 0.5)
        await asyncio.sleep(0.2)
    print(cm.expired(), asyncio.current_task().cancelling())


asyncio.run(main())

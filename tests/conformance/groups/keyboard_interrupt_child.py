import asyncio


async def child():
    await asyncio.sleep(0.1)
    raise KeyboardInterrupt


async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print("other out")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            tg.create_task(other())
    except BaseException as e:
        print("main sees", type(e).__name__)
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")

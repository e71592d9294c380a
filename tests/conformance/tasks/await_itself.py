import asyncio


async def f():
    try:
        await asyncio.current_task()
    except RuntimeError as e:
        print(str(e).split(":")[0], "name='me'" in str(e))
        raise


async def main():
    t = asyncio.create_task(f(), name="me")
    try:
        await t
    except RuntimeError:
        print("raised")


asyncio.run(main())

import asyncio


class AppError(Exception):
    pass


async def low():
    raise ConnectionError("refused")


async def high():
    try:
        await low()
    except ConnectionError as e:
        raise AppError("could not load") from e


async def main():
    print("begin")
    await asyncio.create_task(high())


asyncio.run(main())

import asyncio


class Wrong:
    def __init__(self, fut):
        self.fut = fut

    def __await__(self):
        yield self.fut


async def main():
    fut = asyncio.get_running_loop().create_future()
    try:
        await Wrong(fut)
    except RuntimeError as e:
        print(str(e).partition(":")[0].partition("<")[0])
    for value in (1, "s", (2,)):
        try:
            await Wrong(value)
        except RuntimeError as e:
            print(e)


asyncio.run(main())

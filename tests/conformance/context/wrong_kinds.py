import asyncio


class Sync:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass


class Async:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *a):
        pass


async def main():
    try:
        async with Sync():
            pass
    except TypeError as e:
        print(e)
    try:
        with Async():
            pass
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())

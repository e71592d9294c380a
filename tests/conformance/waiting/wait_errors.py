import asyncio


async def f():
    pass


async def main():
    coro = f()
    for args, kwargs in (
        (([],), {}),
        (([coro],), {}),
        ((5,), {}),
        ((coro,), {}),
        (([asyncio.create_task(f())],), {"return_when": "NOW"}),
    ):
        try:
            await asyncio.wait(*args, **kwargs)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    await coro


asyncio.run(main())

import asyncio


async def careless():
    while True:
        try:
            await asyncio.sleep(0.1)
        except Exception:
            print("never here")


async def very_careless():
    for _ in range(3):
        try:
            await asyncio.sleep(0.1)
        except BaseException as e:
            print("swallowed", type(e).__name__)


async def main():
    for f in (careless, very_careless):
        t = asyncio.create_task(f())
        await asyncio.sleep(0.05)
        t.cancel()
        await asyncio.wait([t])
        print(f.__name__, t.cancelled())
    print(issubclass(asyncio.CancelledError, Exception), asyncio.TimeoutError is TimeoutError)
    print(asyncio.CancelledError.__mro__[1].__name__, asyncio.InvalidStateError.__mro__[1].__name__)


asyncio.run(main())

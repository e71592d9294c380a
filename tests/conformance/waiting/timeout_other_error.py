import asyncio


async def main():
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise KeyError("cleanup failed") from None
    except KeyError as e:
        print("KeyError", e)
    except TimeoutError as e:
        print("TimeoutError", repr(e.__cause__))
    try:
        async with asyncio.timeout(0.1):
            raise ZeroDivisionError
    except ZeroDivisionError:
        print("through")
    cm = asyncio.timeout(1)
    try:
        cm.expired() or print("not expired")
        cm.reschedule(5)
    except RuntimeError as e:
        print(e)
    async with cm:
        print(str(cm).partition(" when")[0])
    print(cm)
    try:
        async with cm:
            pass
    except RuntimeError as e:
        print(e)


asyncio.run(main())

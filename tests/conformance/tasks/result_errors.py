import asyncio


async def f():
    await asyncio.sleep(0)
    raise ZeroDivisionError("z")


async def main():
    t = asyncio.create_task(f())
    for method in ("result", "exception"):
        try:
            getattr(t, method)()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    try:
        t.set_result(1)
    except RuntimeError as e:
        print(type(e).__name__, e)
    try:
        t.set_exception(ValueError())
    except RuntimeError as e:
        print(type(e).__name__, e)
    await asyncio.wait([t])
    print(repr(t.exception()))
    for _ in range(2):
        try:
            t.result()
        except ZeroDivisionError as e:
            print("raised", e)


asyncio.run(main())

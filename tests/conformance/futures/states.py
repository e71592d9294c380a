import asyncio


def attempt(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e)


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    attempt(f.result)
    attempt(f.exception)
    attempt(f.done)
    attempt(f.set_result, 5)
    attempt(f.set_result, 6)
    attempt(f.set_exception, ValueError())
    attempt(f.cancel)
    attempt(f.result)
    attempt(f.exception)
    g = loop.create_future()
    attempt(g.set_exception, ValueError("v"))
    attempt(g.result)
    attempt(g.exception)
    attempt(g.cancelled)
    h = loop.create_future()
    attempt(h.cancel)
    attempt(h.cancel)
    attempt(h.cancelled)
    attempt(h.result)
    attempt(h.set_result, 1)
    attempt(h.get_loop().is_running)


asyncio.run(main())

import asyncio


async def f():
    c = g()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    loop = asyncio.get_running_loop()
    c = g()
    try:
        loop.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    c.close()
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
    other = asyncio.new_event_loop()
    c = g()
    try:
        other.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    c.close()
    other.close()


async def g():
    pass


asyncio.run(f())
for thing in (5, f, None):
    try:
        asyncio.run(thing)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e).partition("<")[0])

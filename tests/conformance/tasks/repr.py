import asyncio
import re


def clean(text):
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    return re.sub(r" at [^ :]*?(\w+\.py):", r" at \1:", text)


async def f(x):
    await asyncio.sleep(0)
    if x:
        raise KeyError(x)
    return "r"


async def main():
    t = asyncio.create_task(f(0), name="good")
    b = asyncio.create_task(f("k"), name="bad")
    c = asyncio.create_task(f(0), name="gone")
    print(clean(repr(t)))
    await asyncio.sleep(0)
    c.cancel()
    print(clean(repr(t)))
    print(clean(repr(c)))
    await asyncio.wait([t, b, c])
    for x in (t, b, c):
        print(clean(repr(x)))
    fut = asyncio.get_running_loop().create_future()
    print(clean(repr(fut)))
    fut.set_result([1, 2])
    print(clean(repr(fut)))
    fut = asyncio.get_running_loop().create_future()
    fut.cancel()
    print(clean(repr(fut)))


asyncio.run(main())

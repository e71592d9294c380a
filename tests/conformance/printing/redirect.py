import asyncio
import contextlib
import io


async def talk(n):
    print("talk", n)
    await asyncio.sleep(0)
    print("more", n)


async def main():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        t = asyncio.create_task(talk(1))
        await talk(2)
    await t
    print(repr(out.getvalue()))
    try:
        print("x", file=5)
    except AttributeError as e:
        print(e)
    try:
        print("x", end=5)
    except TypeError as e:
        print(e)


asyncio.run(main())

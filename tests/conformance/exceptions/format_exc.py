import asyncio
import os
import traceback


def show(text):
    for line in text.splitlines():
        if not line.strip(" |~^"):
            continue
        print(line.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "").replace(__file__, os.path.basename(__file__)))


async def inner(n):
    await asyncio.sleep(0)
    return 1 / n


async def outer(n):
    try:
        return await inner(n)
    except ZeroDivisionError as e:
        raise RuntimeError("outer failed") from e


async def main():
    try:
        await outer(0)
    except RuntimeError:
        show(traceback.format_exc())
    try:
        await asyncio.create_task(outer(0))
    except RuntimeError as e:
        show("".join(traceback.format_exception_only(e)))
        print([f.name for f in traceback.extract_tb(e.__traceback__)])
        print([f.name for f in traceback.extract_tb(e.__cause__.__traceback__)])


asyncio.run(main())

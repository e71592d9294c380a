import asyncio
async def bad(): raise ValueError("x")
async def main():
    t = asyncio.create_task(bad())
    await asyncio.sleep(0)
    try:
        try: raise TypeError("ctx")
        except TypeError: await t
    except ValueError as e: print(repr(e.__context__))
    try:
        try: raise KeyError("ctx")
        except KeyError: await t
    except ValueError as e: print(repr(e.__context__))
    try:
        try: raise OSError("ctx")
        except OSError: await asyncio.create_task(bad())
    except ValueError as e: print(repr(e.__context__))
asyncio.run(main())

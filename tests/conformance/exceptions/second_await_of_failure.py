import asyncio, traceback
async def bad(): raise ValueError("x")
async def main():
    t = asyncio.create_task(bad())
    for _ in range(3):
        try: await t
        except ValueError as e:
            print([f.name for f in traceback.extract_tb(e.__traceback__)])
asyncio.run(main())

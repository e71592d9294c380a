import asyncio, traceback, sys
async def step(n): raise ValueError(n)
async def main():
    try: await step(1)
    except ValueError: traceback.print_exc(file=sys.stdout)
    try: x = await asyncio.gather(step(1), step(2))
    except ValueError: print(traceback.format_exc().split("\n")[2:4])
asyncio.run(main())

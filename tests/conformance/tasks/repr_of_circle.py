import asyncio, os, sys
async def main():
    global x, y
    async def fx(): await y
    async def fy(): await x
    x = asyncio.create_task(fx(), name="X"); y = asyncio.create_task(fy(), name="Y")
    await asyncio.sleep(0.001)
    print("..." in repr(x), flush=True)
    os._exit(0)
asyncio.run(main())

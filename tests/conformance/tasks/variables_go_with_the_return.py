import asyncio
class Res:
    def __del__(self): print("del")
async def use():
    r = Res()
    await asyncio.sleep(0.001)
async def main():
    t = asyncio.create_task(use()); await t
    print("done")
asyncio.run(main())

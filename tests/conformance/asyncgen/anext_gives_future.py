import asyncio
class Aw:
    n = 0
    def __aiter__(self): return self
    def __anext__(self):
        self.n += 1
        f = asyncio.get_running_loop().create_future()
        f.set_exception(StopAsyncIteration()) if self.n > 2 else f.set_result(self.n)
        return f
async def main():
    print(await anext(Aw()))
    async for x in Aw(): print(x)
asyncio.run(main())

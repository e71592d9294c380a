import asyncio
class A:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 5
class It:
    def __aiter__(self): return self
    def __anext__(self): return A()
class It2(It):
    def __anext__(self): return asyncio.create_task(asyncio.sleep(0, "t"))
async def main():
    for c in (It, It2):
        async for x in c():
            print(x); break
        print(await anext(c()))
asyncio.run(main())

import asyncio, weakref
class Sub: pass
subs = weakref.WeakSet()
async def listener():
    s = Sub(); subs.add(s)
    await asyncio.sleep(0)
async def main():
    t = asyncio.create_task(listener())
    await t
    print(len(subs))
asyncio.run(main())

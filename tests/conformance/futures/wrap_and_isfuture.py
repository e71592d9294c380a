import asyncio
import concurrent.futures


async def main():
    f = asyncio.get_running_loop().create_future()
    c = concurrent.futures.Future()
    print(asyncio.isfuture(f), asyncio.isfuture(c), asyncio.isfuture(asyncio.current_task()))
    w = asyncio.wrap_future(c)
    print(asyncio.isfuture(w), asyncio.wrap_future(f) is f)
    c.set_result("concurrent")
    print(w.done())
    print(await w)
    print(asyncio.iscoroutine(f))


asyncio.run(main())

# virtual: 0.2
import asyncio


async def fetch(n):
    await asyncio.sleep(0.1 * n)
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
tasks = [asyncio.ensure_future(fetch(n), loop=loop) for n in (1, 2)]
print(loop.run_until_complete(asyncio.wait(tasks))[1])
print([t.result() for t in tasks])
f = asyncio.Future(loop=loop)
f.add_done_callback(lambda f: print("callback", f.result()))
loop.call_soon(f.set_result, "set")
print(loop.run_until_complete(f))
loop.close()

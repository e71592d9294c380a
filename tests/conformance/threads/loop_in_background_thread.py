# virtual: 0.2
import asyncio
import threading


async def hello(n):
    await asyncio.sleep(0.1)
    print("hello", n, threading.current_thread().name)
    return n


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="background")
thread.start()
for n in range(2):
    print(asyncio.run_coroutine_threadsafe(hello(n), loop).result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_closed())

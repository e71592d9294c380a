# virtual: 0.3
import asyncio
import threading
import time


def feed(loop, queue):
    for i in range(3):
        time.sleep(0.1)
        loop.call_soon_threadsafe(queue.put_nowait, i)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    q = asyncio.Queue()
    t = threading.Thread(target=feed, args=(asyncio.get_running_loop(), q))
    t.start()
    while (x := await q.get()) is not None:
        print("got", x)
    t.join()
    print(t.is_alive())


asyncio.run(main())

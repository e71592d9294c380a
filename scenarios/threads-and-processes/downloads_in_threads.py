# title: A library without async support
# concept: blocking downloads in threads
# chapter: Threads and processes
# order: 6
# course: 25
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   4 tasks
#   prints "download: http://pictures.test/tree.jpg", "download: http://pictures.test/lake.jpg",
#     "download: http://pictures.test/hill.jpg"
#   prints "saved: lake.jpg, 20 bytes", "saved: tree.jpg, 20 bytes", "saved: hill.jpg, 20 bytes"
# note [get]: Stands in for a library that only knows blocking calls, such as requests.get.
# note [hand-over]: A thread of the pool does the blocking. The task waits like anybody else.
# lesson: The library for our downloads knows nothing of asyncio: its get blocks. In a thread pool
#   it may. Three downloads of two, one and three seconds end after three seconds.
#
#   The network is played by time.sleep and the disk by a dictionary. What the example shows is
#   true of the real things: three threads wait here, where an asynchronous library would wait
#   with three timers in a single thread.
#
#   Watch the tracks of the pool. Try: give the loop a pool of two threads only, with
#   loop.set_default_executor, and see who has to wait.

import asyncio
import time

LATENCY = {"tree.jpg": 2, "lake.jpg": 1, "hill.jpg": 3}
disk = {}


def blocking_get(address):
    name = address.rsplit("/")[-1]
    time.sleep(LATENCY[name])  # [get]
    return f"picture of {name}".encode().ljust(20)


async def download(address):
    print("download:", address)
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, blocking_get, address)  # [hand-over]
    content = await future
    name = address.rsplit("/")[-1]
    disk[name] = content  # stands in for a file
    print(f"saved: {name}, {len(content)} bytes")


async def main():
    addresses = [f"http://pictures.test/{name}" for name in LATENCY]
    tasks = [asyncio.create_task(download(address)) for address in addresses]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())

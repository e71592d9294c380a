# virtual: 1.9
"""Signals to a child, to the parent and to oneself: handlers run in the main thread of whoever gets them."""
import asyncio
import multiprocessing as mp
import os
import signal
import time


def to_parent(number):
    time.sleep(0.1)
    os.kill(os.getppid(), number)


def to_itself():
    signal.signal(signal.SIGUSR1, lambda number, frame: print("itself", number, flush=True))
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    print(signal.getsignal(signal.SIGUSR2) is signal.SIG_DFL, flush=True)


def alarmed():
    def handler(number, frame):
        raise TimeoutError("alarm")

    signal.signal(signal.SIGALRM, handler)
    signal.alarm(1)
    try:
        time.sleep(5)
    except TimeoutError as error:
        print(repr(error), flush=True)


def graceful(queue):
    async def main():
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        queue.put("ready")
        await stop.wait()
        print("graceful", flush=True)

    asyncio.run(main())


def interrupted():
    try:
        time.sleep(10)
    except KeyboardInterrupt:
        print("child interrupted", flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, lambda number, frame: print("parent", number, flush=True))
    process = mp.Process(target=to_parent, args=(signal.SIGUSR1,))
    process.start()
    time.sleep(0.4)
    process.join()
    for target in (to_itself, alarmed):
        process = mp.Process(target=target)
        process.start()
        process.join()
        print(process.exitcode, flush=True)
    queue = mp.Queue()
    process = mp.Process(target=graceful, args=(queue,))
    process.start()
    print(queue.get(), flush=True)
    time.sleep(0.2)
    process.terminate()
    process.join()
    print(process.exitcode, flush=True)
    process = mp.Process(target=interrupted)
    process.start()
    time.sleep(0.2)
    os.kill(process.pid, signal.SIGINT)
    process.join()
    print(process.exitcode, flush=True)
    process = mp.Process(target=to_parent, args=(signal.SIGINT,))
    process.start()
    try:
        time.sleep(5)
    except KeyboardInterrupt:
        print("parent interrupted", flush=True)
    process.join()

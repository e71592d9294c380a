# virtual: 1.1
"""A process that is terminated ends on the spot: no finally, nothing of its buffered output, a negative exit code."""
import multiprocessing as mp
import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def sleeper(name):
    try:
        print(name, "is lost in the buffer")
        time.sleep(60)
    finally:
        print(name, "finally", flush=True)


def holder(lock):
    with lock:
        time.sleep(60)


def graceful(queue):
    def handler(number, frame):
        queue.put(signal.Signals(number).name)
        raise SystemExit(5)

    signal.signal(signal.SIGTERM, handler)
    queue.put("ready")
    time.sleep(60)


def stubborn(queue):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    queue.put("ready")
    time.sleep(60)


def leaves():
    try:
        print("never seen")
        os._exit(7)
    finally:
        print("nor this", flush=True)


def main():
    for end in (mp.Process.terminate, mp.Process.kill, lambda process: os.kill(process.pid, signal.SIGTERM)):
        process = mp.Process(target=sleeper, args=("child",))
        process.start()
        time.sleep(0.1)
        end(process)
        process.join()
        print(process.exitcode, process.is_alive(), "SIG" in repr(process))
    queue = mp.SimpleQueue()
    for target in (graceful, stubborn):
        process = mp.Process(target=target, args=(queue,))
        process.start()
        print(queue.get())
        time.sleep(0.1)
        process.terminate()
        process.join(0.5)
        if process.is_alive():
            print("still there")
            process.kill()
            process.join()
        else:
            print(queue.get())
        print(process.exitcode)
    lock = mp.Lock()
    process = mp.Process(target=holder, args=(lock,))
    process.start()
    time.sleep(0.1)
    process.terminate()
    process.join()
    print("lock free:", lock.acquire(block=False))
    process = mp.Process(target=leaves)
    process.start()
    process.join()
    print(process.exitcode)
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(os._exit, 1)
        try:
            future.result()
        except BrokenProcessPool as error:
            print(type(error).__name__, error)
        try:
            pool.submit(print)
        except BrokenProcessPool as error:
            print(type(error).__name__)


if __name__ == "__main__":
    main()

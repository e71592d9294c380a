# virtual: 0.3
"""The end of a process waits for its threads and children, ends daemons, and runs its exit functions."""
import atexit
import multiprocessing as mp
import threading
import time


def in_thread(name, delay):
    time.sleep(delay)
    print("thread", name, "done", flush=True)


def child_with_thread():
    threading.Thread(target=in_thread, args=("of child", 0.1)).start()
    print("child returns", threading.current_thread().name, flush=True)


def daemon():
    time.sleep(0.2)
    print("the daemon is never heard of", flush=True)


def late():
    time.sleep(0.1)
    print("late child", flush=True)


def with_child():
    atexit.register(print, "exit function of child", flush=True)
    mp.Process(target=late).start()
    print("parent of late returns", flush=True)


if __name__ == "__main__":
    atexit.register(print, "exit function of main", flush=True)
    process = mp.Process(target=child_with_thread)
    process.start()
    process.join()
    print("joined", flush=True)
    process = mp.Process(target=with_child)
    process.start()
    process.join()
    print("joined", flush=True)
    mp.Process(target=daemon, daemon=True).start()
    mp.Process(target=late).start()
    print("main ends", flush=True)

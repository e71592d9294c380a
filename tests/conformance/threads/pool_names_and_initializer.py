import threading
from concurrent.futures import ThreadPoolExecutor


def init(x):
    print("init", x, threading.current_thread().name)


with ThreadPoolExecutor(1, thread_name_prefix="mine", initializer=init, initargs=("arg",)) as pool:
    print(pool.submit(lambda: threading.current_thread().name).result())

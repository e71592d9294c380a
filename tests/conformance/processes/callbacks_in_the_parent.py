# virtual: 0.6
"""Callbacks of pools and futures run in the parent, as results come in."""
import multiprocessing as mp
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

log = []
parent = os.getpid()


def slow(x):
    time.sleep(x / 10)
    if x == 2:
        raise ValueError(x)
    return x * x


def note(what):
    def callback(value):
        log.append((what, repr(value), os.getpid() == parent))
        print("callback", what, value)

    return callback


def main():
    with mp.Pool(3) as pool:
        results = [pool.apply_async(slow, (x,), callback=note("ok"), error_callback=note("error")) for x in (3, 2, 1)]
        for result in results:
            result.wait()
        print([result.successful() for result in results])
        pool.map_async(abs, [-1, -2], callback=note("map")).wait()
    print(log)
    log.clear()
    with ProcessPoolExecutor(3) as pool:
        futures = {pool.submit(slow, x): x for x in (3, 2, 1)}
        for future in futures:
            future.add_done_callback(lambda future: log.append((futures[future], os.getpid() == parent)))
        for future in as_completed(futures):
            print(futures[future], future.exception() or future.result())
    print(log)


if __name__ == "__main__":
    main()

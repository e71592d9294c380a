# virtual: 0.3
"""A pool that is closed, terminated, left; results that are not ready; workers that are replaced; initializers."""
import multiprocessing as mp
import os
import time

base = None


def square(x):
    return x * x


def slow(x):
    time.sleep(1)
    return x


def init(value):
    global base
    base = value


def based(x):
    return base + x


def who(_):
    return mp.current_process().name, mp.current_process().daemon, os.getpid()


def wrong(x):
    return 1 / x


def main():
    pool = mp.Pool(2)
    print(repr(pool))
    result = pool.apply_async(slow, (1,))
    print(result.ready())
    for ask in (result.successful, lambda: result.get(timeout=0.1)):
        try:
            print(ask())
        except (ValueError, mp.TimeoutError) as error:
            print(type(error).__name__, "not ready" in str(error))
    try:
        pool.join()
    except ValueError as error:
        print(error)
    pool.close()
    print(repr(pool))
    for ask in (lambda: pool.apply(square, (1,)), lambda: pool.map(square, [1]), lambda: pool.imap(square, [1])):
        try:
            print(ask())
        except ValueError as error:
            print(error)
    start = time.time()
    pool.terminate()
    pool.join()
    print(repr(pool), result.ready(), round(time.time() - start, 1))
    with mp.Pool(2, init, (10,)) as pool:
        print(pool.map(based, range(5)), pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(based, (1,)), base)
        print(pool.map_async(square, range(3)).get(), list(pool.imap(square, range(4), chunksize=2)))
    with mp.Pool(1, maxtasksperchild=1) as pool:
        workers = pool.map(who, range(3), chunksize=1)
        print([(name, daemon) for name, daemon, _ in workers], len({pid for *_, pid in workers}))
    with mp.Pool(2) as pool:
        results = pool.imap(wrong, [1, 0, 2])
        for _ in range(4):
            try:
                print(next(results))
            except (ZeroDivisionError, StopIteration) as error:
                print(repr(error))
        results = pool.imap_unordered(slow, [1])
        try:
            results.next(timeout=0.2)
        except mp.TimeoutError:
            print("timeout")
    for bad in (0, -1):
        try:
            mp.Pool(bad)
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    main()

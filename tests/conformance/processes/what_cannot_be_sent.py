"""Lambdas, local functions, generators and locks cannot be pickled: who sends them is told."""
import multiprocessing as mp
import threading
from concurrent.futures import ProcessPoolExecutor


def make_generator(n):
    return (i for i in range(n))


def make_lock(_):
    return threading.Lock()


def make_lambda(_):
    return lambda: 1


def identity(x):
    return x


def describe(error):
    text = str(error)
    return type(error).__name__, text.partition(" at 0x")[0]


def main():
    def local(x):
        return x

    with ProcessPoolExecutor(1) as pool:
        for function, argument in ((local, 1), (identity, make_generator(2)), (identity, threading.RLock()),
                                   (make_generator, 3), (make_lock, 0), (make_lambda, 0)):
            try:
                print(pool.submit(function, argument).result())
            except Exception as error:
                print("executor", describe(error))
    with mp.Pool(1) as pool:
        for function, argument in ((local, 1), (identity, make_generator(2)), (identity, mp.Lock()),
                                   (make_generator, 3), (make_lambda, 0)):
            try:
                print(pool.apply(function, (argument,)))
            except Exception as error:
                print("pool", describe(error))
    here, there = mp.Pipe()
    try:
        here.send(lambda: 1)
    except Exception as error:
        print("pipe", describe(error))
    here.send([1, {"a": (2, 3)}])
    print(there.recv())


if __name__ == "__main__":
    main()

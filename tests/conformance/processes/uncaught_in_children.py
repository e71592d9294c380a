"""What a child does not catch is told on standard error, with the traceback of where it was raised; so are a pool's."""
import multiprocessing as mp
import sys
from concurrent.futures import ProcessPoolExecutor


def fails(x):
    return {}[x]


def leaves(code):
    sys.exit(code)


def main():
    for target, argument in ((fails, "key"), (leaves, 3), (leaves, None), (leaves, True), (leaves, "message")):
        process = mp.Process(target=target, args=(argument,))
        process.start()
        process.join()
        print(target.__name__, argument, process.exitcode)
    with mp.Pool(1) as pool:
        try:
            pool.map(fails, [1])
        except KeyError as error:
            print(type(error.__cause__).__name__, "in fails" in str(error.__cause__))
    with ProcessPoolExecutor(1) as pool:
        pool.submit(fails, "last").result()


if __name__ == "__main__":
    main()

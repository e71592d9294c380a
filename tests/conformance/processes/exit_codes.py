# stderr: not compared
import multiprocessing
import sys


def leaves(code):
    sys.exit(code)


def fails():
    raise ValueError


if __name__ == "__main__":
    ps = [multiprocessing.Process(target=leaves, args=(c,)) for c in (0, 3)] + [multiprocessing.Process(target=fails)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print([p.exitcode for p in ps])

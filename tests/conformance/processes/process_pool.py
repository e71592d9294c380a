# stderr: not compared
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def bad():
    raise ValueError("in the process")


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(square, range(5))))
        try:
            pool.submit(bad).result()
        except ValueError as e:
            print("caught", e)

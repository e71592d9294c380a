# stderr: not compared
import multiprocessing
import time


def work(n, q):
    time.sleep(n / 10)
    q.put(n * n)


if __name__ == "__main__":
    q = multiprocessing.Queue()
    ps = [multiprocessing.Process(target=work, args=(n, q)) for n in (1, 3)]
    for p in ps:
        p.start()
    print(q.get(), q.get())
    for p in ps:
        p.join()
    print([p.exitcode for p in ps], [p.is_alive() for p in ps])

# stderr: not compared
import multiprocessing
import time


def waits(event, lock, q):
    event.wait()
    with lock:
        q.put("released")


if __name__ == "__main__":
    event, lock, q = multiprocessing.Event(), multiprocessing.Lock(), multiprocessing.Queue()
    ps = [multiprocessing.Process(target=waits, args=(event, lock, q)) for _ in range(2)]
    for p in ps:
        p.start()
    time.sleep(0.1)
    print(q.empty())
    event.set()
    print([q.get() for _ in ps])
    for p in ps:
        p.join()

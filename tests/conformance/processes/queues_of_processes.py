# virtual: 0.4
"""Queues between processes: timeouts, closing, joinable ones, and order."""
import multiprocessing as mp
import queue
import time


def consumer(jobs, results):
    while True:
        job = jobs.get()
        time.sleep(0.1)
        results.put((mp.current_process().name, job * 10))
        jobs.task_done()


def producer(items, n):
    for i in range(n):
        items.put(i)
    items.put(None)


def main():
    jobs, results = mp.JoinableQueue(), mp.Queue()
    workers = [mp.Process(target=consumer, args=(jobs, results), name=name, daemon=True) for name in ("w1", "w2")]
    for worker in workers:
        worker.start()
    for job in range(4):
        jobs.put(job)
    jobs.join()
    print(sorted(result for _, result in (results.get() for _ in range(4))))
    try:
        results.get(timeout=0.1)
    except queue.Empty as error:
        print(repr(error))
    try:
        results.get_nowait()
    except queue.Empty:
        print("empty", results.empty())
    small = mp.Queue(1)
    small.put("one")
    try:
        small.put("two", timeout=0.1)
    except queue.Full:
        print("full")
    print(small.get(), small.qsize())
    small.close()
    for wrong in (lambda: small.put(1), small.get):
        try:
            wrong()
        except ValueError as error:
            print(str(error).partition(" at 0x")[0])
    try:
        jobs.task_done()
    except ValueError as error:
        print(error)
    numbers = mp.Queue()
    process = mp.Process(target=producer, args=(numbers, 5))
    process.start()
    print(list(iter(numbers.get, None)))
    process.join()
    simple = mp.SimpleQueue()
    simple.put({"a": 1})
    print(simple.empty(), simple.get(), simple.empty())


if __name__ == "__main__":
    main()

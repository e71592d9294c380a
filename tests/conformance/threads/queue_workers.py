# virtual: 0.3
import queue
import threading
import time

q = queue.Queue()
results = []


def worker():
    while (n := q.get()) is not None:
        time.sleep(0.1)
        results.append(n * 10)
        q.task_done()


ts = [threading.Thread(target=worker) for _ in range(2)]
for t in ts:
    t.start()
for n in range(6):
    q.put(n)
q.join()
print(sorted(results))
for t in ts:
    q.put(None)
for t in ts:
    t.join()
print(q.empty())

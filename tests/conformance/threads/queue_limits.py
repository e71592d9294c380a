import queue
import threading
import time

q = queue.Queue(maxsize=1)
q.put("a")
for call in (lambda: q.put("b", timeout=0.1), lambda: q.put_nowait("c")):
    try:
        call()
    except queue.Full as e:
        print(type(e).__name__)
print(q.get(), q.qsize())
for call in (lambda: q.get(timeout=0.1), q.get_nowait, lambda: q.get(block=False)):
    try:
        call()
    except queue.Empty as e:
        print(type(e).__name__)


def slow_taker():
    time.sleep(0.1)
    print("took", q.get())


threading.Thread(target=slow_taker).start()
q.put(1)
q.put(2)
print("second put went through", q.get())
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print([p.get() for _ in range(3)])
s = queue.SimpleQueue()
s.put(1)
print(s.get(), s.empty())

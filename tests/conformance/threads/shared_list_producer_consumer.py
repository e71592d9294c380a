# virtual: 0.6
import threading
import time
from collections import deque

buffer = deque()
not_empty = threading.Condition()


def producer():
    for i in range(3):
        time.sleep(0.2)
        with not_empty:
            buffer.append(i)
            not_empty.notify()


def consumer():
    for _ in range(3):
        with not_empty:
            while not buffer:
                not_empty.wait()
            print("consumed", buffer.popleft())


ts = [threading.Thread(target=f) for f in (producer, consumer)]
for t in ts:
    t.start()
for t in ts:
    t.join()

import threading
import time

count = 0
lock = threading.Lock()


def add():
    global count
    for _ in range(3):
        with lock:
            seen = count
            time.sleep(0.01)
            count = seen + 1


ts = [threading.Thread(target=add) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(count, lock.locked())
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.05))
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r, r:
    print("reentrant")
try:
    r.release()
except RuntimeError as e:
    print(e)

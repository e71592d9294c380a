# virtual: 0.4
import threading
import time

sem = threading.Semaphore(2)
barrier = threading.Barrier(2)
log = []


def limited(n):
    with sem:
        time.sleep(0.1)
        log.append(n)


ts = [threading.Thread(target=limited, args=(n,)) for n in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(log))


def meets(delay):
    time.sleep(delay)
    barrier.wait()
    log.append(delay)


ts = [threading.Thread(target=meets, args=(d,)) for d in (0.1, 0.2)]
for t in ts:
    t.start()
time.sleep(0.15)
print(len(log))
for t in ts:
    t.join()
print(len(log))
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as e:
    print(e)

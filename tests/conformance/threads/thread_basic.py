# virtual: 0.3
import threading
import time


def work(n):
    print("start", n)
    time.sleep(n / 10)
    print("end", n, threading.current_thread().name)


ts = [threading.Thread(target=work, args=(n,), name=f"w{n}") for n in (3, 1, 2)]
for t in ts:
    t.start()
print("started")
for t in ts:
    t.join()
print("joined")

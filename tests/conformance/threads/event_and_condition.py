# virtual: 0.4
import threading
import time

ready = threading.Event()
cond = threading.Condition()
items = []


def waiter():
    print("waiting", ready.wait(0.1))
    print("set", ready.wait())


def consumer():
    with cond:
        cond.wait_for(lambda: items)
        print("consumed", items.pop())


a, b = threading.Thread(target=waiter), threading.Thread(target=consumer)
a.start()
b.start()
time.sleep(0.2)
ready.set()
a.join()
time.sleep(0.2)
with cond:
    items.append("x")
    cond.notify()
b.join()
with cond:
    print(cond.wait(0))
print(ready.is_set())

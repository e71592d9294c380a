# virtual: 0.1
import threading
import time

balance = 100


def withdraw(n):
    global balance
    seen = balance
    time.sleep(0.1)
    balance = seen - n


ts = [threading.Thread(target=withdraw, args=(30,)) for _ in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(balance)

import threading
import time

local = threading.local()


def work(n):
    local.x = n
    time.sleep(0.1 * n)
    print(n, local.x)


ts = [threading.Thread(target=work, args=(n,)) for n in (1, 2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(hasattr(local, "x"))

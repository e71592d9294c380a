# virtual: 0.5
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED


def work(n):
    time.sleep(n / 10)
    if n == 4:
        raise ValueError("four")
    return n


with ThreadPoolExecutor(4) as pool:
    fs = {pool.submit(work, n): n for n in (3, 1, 2)}
    for f in as_completed(fs):
        print(fs[f], f.result())
    print(list(pool.map(work, [2, 1])))
print("pool closed")
pool = ThreadPoolExecutor(2)
f = pool.submit(pow, 2, 5)
print(f.result(), f.done(), f.running(), f.cancel())
pool.shutdown()
try:
    pool.submit(print)
except RuntimeError as e:
    print(e)

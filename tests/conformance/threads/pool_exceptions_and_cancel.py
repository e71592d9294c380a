import time
from concurrent.futures import ThreadPoolExecutor, CancelledError, TimeoutError, wait, FIRST_COMPLETED


def work(n):
    time.sleep(n / 10)
    if n == 2:
        raise ValueError("two")
    return n


with ThreadPoolExecutor(1) as pool:
    a, b, c = (pool.submit(work, n) for n in (1, 2, 3))
    print(c.cancel(), c.cancelled())
    try:
        c.result()
    except CancelledError:
        print("cancelled")
    try:
        b.result(timeout=0.05)
    except TimeoutError:
        print("not yet")
    done, pending = wait([a, b], return_when=FIRST_COMPLETED)
    print(len(done), len(pending))
    print(repr(b.exception()))
    b.add_done_callback(lambda f: print("callback", f.done()))
    try:
        b.result()
    except ValueError as e:
        print(e)

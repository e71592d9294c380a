import threading
import time


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}", daemon=True)
        self.n = n
        self.result = None

    def run(self):
        time.sleep(0.1)
        self.result = self.n**2


w = Worker(4)
print(w.is_alive(), w.daemon, w.name)
w.start()
print(w.is_alive())
w.join(timeout=0.05)
print(w.is_alive(), w.result)
w.join()
print(w.is_alive(), w.result)
for attempt in (w.start, threading.current_thread().join):
    try:
        attempt()
    except RuntimeError as e:
        print(e)
print(threading.main_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count())

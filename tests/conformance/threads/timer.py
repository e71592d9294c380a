# virtual: 0.3
import threading
import time

t = threading.Timer(0.2, print, args=("fired",))
u = threading.Timer(0.1, print, ["never"])
t.start()
u.start()
time.sleep(0.05)
u.cancel()
time.sleep(0.25)
print("end", t.is_alive(), u.is_alive())

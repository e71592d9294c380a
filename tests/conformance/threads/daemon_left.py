# virtual: 0.1
import threading
import time


def forever():
    while True:
        time.sleep(1)


threading.Thread(target=forever, daemon=True).start()
time.sleep(0.1)
print("end")

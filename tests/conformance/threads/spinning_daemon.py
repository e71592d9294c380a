import threading, time
n = 0
def count():
    global n
    while True:
        n += 1
threading.Thread(target=count, daemon=True).start()
time.sleep(0.1)
print("main ends", n > 0)

import threading, time
e = threading.Event()
def w():
    while not e.is_set():
        pass
    print("seen")
t = threading.Thread(target=w)
t.start()
time.sleep(0.1)
e.set()
t.join()

import threading, time
def busy(name, sec):
    end = time.time() + sec
    while time.time() < end:
        pass
    print(name, "done")
t0 = time.time()
a = threading.Thread(target=busy, args=("a", 0.1))
b = threading.Thread(target=busy, args=("b", 0.3))
c = threading.Timer(0.2, print, ["timer"])
for t in (a, b, c): t.start()
for t in (a, b, c): t.join()
print(round(time.time() - t0, 1))

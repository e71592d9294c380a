import threading, queue
q = queue.Queue()
threading.Timer(0.1, q.put, ["x"]).start()
while q.empty():
    pass
print(q.get())

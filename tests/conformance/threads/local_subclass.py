import threading
class L(threading.local):
    def __init__(self, v):
        self.v = v
        print("init", v)
l = L(3)
threading.Thread(target=lambda: print(l.v)).start()

# virtual: 0.2
import threading

threading.Timer(0.2, lambda: print("after the main thread")).start()
print("main thread ends")

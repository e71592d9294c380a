import os, signal, threading, time
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
t0 = time.time()
try:
    time.sleep(0.5)
except KeyboardInterrupt:
    print("interrupted", round(time.time() - t0, 1))

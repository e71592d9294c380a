import os, signal, threading, time
t = threading.Thread(target=time.sleep, args=(0.5,))
t.start()
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
t0 = time.time()
try:
    t.join()
except KeyboardInterrupt:
    print("interrupted", round(time.time() - t0, 1))

import os, signal, threading, time
signal.signal(signal.SIGUSR1, lambda s, f: print("handler", round(time.time() - t0, 1)))
t0 = time.time()
t = threading.Thread(target=time.sleep, args=(0.3,))
t.start()
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
t.join()
print("joined", round(time.time() - t0, 1))

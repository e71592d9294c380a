import signal, threading, os
signal.signal(signal.SIGUSR1, lambda s, f: print("usr1"))
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
signal.pause()
print("over")

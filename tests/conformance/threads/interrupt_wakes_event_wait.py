import os, signal, threading
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    threading.Event().wait()
except KeyboardInterrupt:
    print("interrupted")

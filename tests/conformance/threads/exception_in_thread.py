import threading


def bad():
    raise ValueError("in a thread")


t = threading.Thread(target=bad, name="bad thread")
t.start()
t.join()
print("main goes on")
threading.excepthook = lambda args: print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
t = threading.Thread(target=bad, name="hooked")
t.start()
t.join()

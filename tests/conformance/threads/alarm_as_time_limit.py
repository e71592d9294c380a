import signal, time
def handler(signum, frame):
    raise TimeoutError("too long")
signal.signal(signal.SIGALRM, handler)
signal.alarm(1)
try:
    time.sleep(1.5)
    print("slept")
except TimeoutError as e:
    print(e)
signal.alarm(0)

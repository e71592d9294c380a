import signal, time
signal.signal(signal.SIGALRM, lambda s, f: print("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.1)
print("slept")

import time
a = time.clock_gettime(time.CLOCK_MONOTONIC)
b = time.clock_gettime(time.CLOCK_REALTIME)
time.sleep(0.3)
print(round(time.clock_gettime(time.CLOCK_MONOTONIC) - a, 1), abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 1)

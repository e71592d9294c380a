# title: A hello every second
# concept: synchronous code waits with its hands in its lap
# chapter: The event loop
# order: 2
# course: 56
# python: 3.0+
# ends: returns
# claims:
#   takes 5 s
#   0 tasks
#   prints "hello at 1 s", "hello at 2 s", "hello at 5 s"
#   prints 5 lines
# note [blocks]: The thread sleeps, and with it everything.
# lesson: Five times a second of waiting, one after the other: five seconds. The sleep stands
#   for anything that keeps a program waiting, such as an answer from a server.
#
#   Watch: there is no loop here and nothing else to do; the thread is blocked from the first
#   moment to the last. The next scenario does the same waiting in one second.

import time

begun = time.monotonic()


def hello():
    time.sleep(1)  # [blocks]


for _ in range(5):
    hello()
    print(f"hello at {round(time.monotonic() - begun)} s")

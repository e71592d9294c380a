# title: Submit, done, result
# concept: asking a future of a thread pool
# chapter: Threads and processes
# order: 3
# course: 64
# python: 3.6+
# ends: returns
# claims:
#   takes 4 s
#   0 tasks
#   prints exactly "False", "True", "hello", "world"
# note [early]: One second has passed, the jobs take three.
# note [late]: Four seconds have passed: done for a second.
# note [at-once]: It is done, so result() does not wait.
# lesson: Two threads, two jobs of three seconds. The program itself sleeps meanwhile, looks after
#   one second (not done), and after three more (done), and fetches the results.
#
#   done() only looks, result() waits if need be. Watch the three tracks: the program's own thread
#   and two of the pool, each blocked in a sleep of its own. That is the price of threads: every
#   waiting costs one; a thousand tasks wait in a single thread.
#
#   Try: take out the second sleep. What does done() say, and what do the results do?

import time
from concurrent.futures import ThreadPoolExecutor


def echo(text):
    time.sleep(3)
    return text


pool = ThreadPoolExecutor(max_workers=2)
hello = pool.submit(echo, "hello")
world = pool.submit(echo, "world")
time.sleep(1)
print(hello.done())  # [early]
time.sleep(3)
print(world.done())  # [late]
print(hello.result())  # [at-once]
print(world.result())

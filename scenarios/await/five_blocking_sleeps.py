# title: Five blocking sleeps
# concept: synchronous code
# chapter: Await
# order: 4
# course: 44
# python: 3.6+
# ends: returns
# claims:
#   takes 5 s
#   0 tasks
#   prints exactly "synchronous: 5 s"
# note [sleep]: The thread itself sleeps. There is nobody who could use the time.
# lesson: Five calls that block for a second each take five seconds. This is the yardstick for
#   what follows: forgotten_await is the same with a mistake in it, two_tasks_five_rounds and
#   await_at_once wait twice as much in five seconds and in ten.
#
#   Watch: no loop, no task, one thread that is blocked all the time.

import time


def work():
    time.sleep(1)  # [sleep]


begun = time.perf_counter()
for _ in range(5):
    work()
print(f"synchronous: {time.perf_counter() - begun:.0f} s")

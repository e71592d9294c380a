# title: Four jobs for two threads
# concept: the program's end waits for the pool
# chapter: Threads and processes
# order: 2
# course: 22
# python: 3.6+
# ends: returns
# claims:
#   takes 2 s
#   0 tasks
#   prints "last of the futures done: False", "end of the program text",
#     "second 1: two jobs done", "second 2: two jobs done"
#   prints 4 lines
# note [pending]: All jobs are submitted, but only two can have begun; the rest are pending.
# note [text-end]: The last line of the program. Two jobs are still running, two have not begun.
# note [job]: Half of the jobs end at the same moment. The second of each pair does the printing.
# lesson: The program submits four jobs of a second each to two threads and comes to its last line
#   at once. It does not end there: Python joins the threads of a pool first, and they work off
#   what is in the queue. So the program ends after two seconds.
#
#   Two jobs end at the same moment, and which is first is left to chance; therefore they count
#   under a lock, and every second one prints. A thread can be interrupted anywhere, a task only
#   at an await: that is why threads need locks so much more often.
#
#   Watch the tracks: main ends early, the two threads of the pool go on.

import threading
import time
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
finished = 0


def job():
    global finished
    time.sleep(1)
    with lock:  # [job]
        finished += 1
        if finished % 2 == 0:
            print(f"second {finished // 2}: two jobs done")
    return 123


pool = ThreadPoolExecutor(max_workers=2)
futures = [pool.submit(job) for _ in range(4)]
print("last of the futures done:", futures[-1].done())  # [pending]
print("end of the program text")  # [text-end]

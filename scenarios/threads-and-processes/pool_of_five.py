# title: Ten jobs for five threads
# concept: concurrent.futures.Future
# chapter: Threads and processes
# order: 1
# course: 21
# python: 3.6+
# ends: returns
# claims:
#   takes 2 s
#   0 tasks
#   prints "submitted: 10", "job 0 gave 123 after 1 s", "job 4 gave 123 after 1 s",
#     "job 5 gave 123 after 2 s", "job 9 gave 123 after 2 s"
#   prints 11 lines
# note [submit]: Gives a future at once, whether a thread is free or not.
# note [sleep]: Blocks this thread of the pool. The four others and the program go on.
# note [result]: This future does wait: result() blocks until there is one. It knows nothing of
#   await.
# lesson: Five threads for ten jobs of one second each: five run at once, five wait in the pool's
#   queue, and after two seconds all is done. There is no event loop here.
#
#   submit gives back a concurrent.futures.Future. It has the name and the idea of asyncio's
#   future, a slot for a result, but is another thing: it belongs to threads, its result() waits,
#   and it cannot be awaited. Watch the five tracks of the pool.
#
#   Try: max_workers=3. With ProcessPoolExecutor in its place the jobs run in five processes.

import time
from concurrent.futures import ThreadPoolExecutor

begun = time.monotonic()


def job(number):
    time.sleep(1)  # [sleep]
    return number, 123, round(time.monotonic() - begun)


pool = ThreadPoolExecutor(max_workers=5)

futures = []
for number in range(10):
    futures.append(pool.submit(job, number))  # [submit]
print("submitted:", len(futures))

for future in futures:
    number, value, seconds = future.result()  # [result]
    print(f"job {number} gave {value} after {seconds} s")

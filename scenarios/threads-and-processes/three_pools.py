# title: Default pool, own threads, own processes
# concept: three places for a blocking call
# chapter: Threads and processes
# order: 5
# course: 24
# python: 3.7+
# ends: returns
# claims:
#   takes 6 s
#   1 task
#   prints exactly "default thread pool: a value", "own thread pool: a value",
#     "own process pool: a value"
# note [default]: None: the thread pool that belongs to the loop.
# note [threads]: A thread pool of our own, closed at the end of the block.
# note [processes]: Processes of our own: function and result are sent to and fro.
# lesson: A blocking call has three places to go: the loop's own thread pool, a thread pool of
#   yours, or a process pool. The await looks the same each time. Here they come one after the
#   other: three times two seconds.
#
#   Threads are for waiting (files, databases without async support), processes for computing,
#   since each has an interpreter of its own. What goes to a process must be something that can
#   be pickled, and it does not see your variables.
#
#   Try: start all three with gather. How long does it take?

import asyncio
import concurrent.futures
import time


def blocking():
    time.sleep(2)
    return "a value"


async def main():
    loop = asyncio.get_running_loop()

    result = await loop.run_in_executor(None, blocking)  # [default]
    print("default thread pool:", result)

    with concurrent.futures.ThreadPoolExecutor() as pool:
        result = await loop.run_in_executor(pool, blocking)  # [threads]
        print("own thread pool:", result)

    with concurrent.futures.ProcessPoolExecutor() as pool:
        result = await loop.run_in_executor(pool, blocking)  # [processes]
        print("own process pool:", result)


if __name__ == "__main__":
    asyncio.run(main())

# title: Four processes with a thousand coroutines each
# concept: processes and coroutines
# chapter: Threads and processes
# order: 7
# course: 43
# python: 3.7+
# ends: returns
# claims:
#   takes 1 s
#   prints exactly "process 1: 1000 pages", "process 2: 1000 pages", "process 3: 1000 pages",
#     "process 4: 1000 pages", "all done: 4000 pages"
# note [own-loop]: A process has an interpreter of its own, and so a loop of its own.
# note [take]: The queue is shared by all processes; each address goes to one of them only.
# note [wait]: All four thousand wait in this line at the same time, a thousand in each process.
# lesson: Four processes, each with an event loop and a thousand tasks, empty one queue together:
#   four thousand pages in one second. Coroutines cannot use more than one processor core; four
#   processes can, and each of them runs its own thousand.
#
#   The answer of the server is played by a sleep. Watch the four tracks, one for each process,
#   with a ready queue of a thousand of its own. The processes do not share variables: results
#   come back through a second queue.
#
#   Try: two processes with two thousand coroutines. What changes when only sleeping takes time?

import asyncio
from multiprocessing import Process, Queue

PROCESSES, EACH = 4, 1000


class Crawler(Process):
    """A process that works off its part of the addresses."""

    def __init__(self, number, addresses, results):
        super().__init__()
        self.number, self.addresses, self.results = number, addresses, results

    def run(self):
        loop = asyncio.new_event_loop()  # [own-loop]
        tasks = [loop.create_task(self.work()) for _ in range(EACH)]
        loop.run_until_complete(asyncio.wait(tasks))
        pages = [task.result() for task in tasks]
        loop.close()
        self.results.put((self.number, len([page for page in pages if page])))

    async def work(self):
        address = self.addresses.get(timeout=10)  # [take]
        await asyncio.sleep(1)  # [wait] stands in for the request
        return f"page of {address}"


def main():
    addresses, results = Queue(), Queue()
    for number in range(PROCESSES * EACH):
        addresses.put(f"http://site.test/{number}")
    processes = [Crawler(number, addresses, results) for number in range(1, PROCESSES + 1)]
    for process in processes:
        process.start()
    counts = sorted(results.get() for _ in processes)
    for process in processes:
        process.join()
    for number, count in counts:
        print(f"process {number}: {count} pages")
    total = sum(count for _, count in counts)
    print(f"all done: {total} pages")


if __name__ == "__main__":
    main()

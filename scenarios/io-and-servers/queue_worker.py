# title: Emptying a queue, and what goes wrong
# concept: sleep inside a loop, errors
# chapter: I/O and servers
# order: 11
# course: 36
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   3 tasks
#   prints "worker 2: error: ConnectionError: page 4 does not answer"
#   prints "worker 1: page 1", "worker 2: page 2", "worker 1: page 3", "worker 1: page 5"
#   prints exactly "worker 1: page 1", "worker 2: page 2", "worker 1: page 3",
#     "worker 2: error: ConnectionError: page 4 does not answer", "worker 1: page 5",
#     "pages: [3, 1]"
# note [size]: Asked anew in each round: the queue may have been emptied meanwhile.
# note [get]: A queue of threads: if it were empty, this would block the whole loop for a second.
# note [sleep]: The only place where the other worker gets its turn.
# note [error]: What goes wrong with one page ends this worker, not the program.
# lesson: A coroutine can be a method, and it can have a loop: two workers take pages from one queue
#   as long as there are any. Each page takes a second; page 4 fails, and its worker stops.
#
#   The error is caught within the task. Had it come out, the task would have ended with it, and
#   gather would have raised it in main. Watch the tracks: after two seconds there is one worker.
#
#   It uses queue.Queue, which is made for threads and blocks; asyncio.Queue is the right one. It
#   goes well only because nobody awaits between qsize and get. Try: put an await between them.

import asyncio
import queue
import traceback


class Crawler:
    """Fetches pages until the queue is empty."""

    def __init__(self, pages):
        self.pages = queue.Queue()
        for page in pages:
            self.pages.put(page)

    async def work(self, name):
        fetched = 0
        while self.pages.qsize() > 0:  # [size]
            try:
                page = self.pages.get(timeout=1)  # [get]
                await asyncio.sleep(1)  # [sleep] stands in for the request
                if page == 4:
                    raise ConnectionError(f"page {page} does not answer")
                print(f"{name}: page {page}")
                fetched += 1
            except Exception:
                print(f"{name}: error:", traceback.format_exc().splitlines()[-1])  # [error]
                break
        return fetched


async def main():
    crawler = Crawler([1, 2, 3, 4, 5])
    print("pages:", await asyncio.gather(crawler.work("worker 1"), crawler.work("worker 2")))


asyncio.run(main())

# title: A thousand coroutines
# concept: many coroutines in one thread
# chapter: Waiting for many
# order: 9
# course: 41
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 1 s
#   1001 tasks
#   prints exactly "results: 1000", "first and last: 0 999", "time: 1 s"
# note [make]: A thousand tasks, all on the ready queue before the loop has made its first turn.
# note [results]: The list keeps the order in which the tasks were made.
# lesson: A thousand tasks, a second of waiting each, one thread: one second in all. A thousand
#   threads would each need a stack of their own; a waiting task is a small object and a timer.
#
#   Watch the ready queue and the timers: a thousand tasks stand on the ready queue in the first
#   iteration, and after it there are a thousand timers, due within a moment of one another.
#   Zoom out in the timeline.
#
#   Try: ten thousand.

import asyncio
import time


class Crawler:
    """Asks for many pages at once."""

    async def work(self, number):
        await asyncio.sleep(1)  # stands in for the request
        return number

    def run(self):
        tasks = []
        loop = asyncio.get_event_loop()
        for number in range(1000):
            tasks.append(asyncio.ensure_future(self.work(number)))  # [make]
        loop.run_until_complete(asyncio.wait(tasks))
        results = [task.result() for task in tasks]  # [results]
        loop.close()
        return results


begun = time.perf_counter()
results = Crawler().run()
print("results:", len(results))
print("first and last:", results[0], results[-1])
print(f"time: {time.perf_counter() - begun:.0f} s")

# title: An event loop of a dozen lines
# concept: the event loop, ready and finished lists
# chapter: The event loop
# order: 1
# course: 10
# python: 3.6+
# ends: returns
# claims:
#   takes 3 s
#   0 tasks
#   prints "tea: begin", "soup: begin", "toast: begin", "toast: end", "tea: end", "soup: end"
#   prints "loop: nothing left to do"
# note [idle]: Nobody is ready: sleep until the first alarm goes off. This is the only sleep of
#   the program.
# note [go]: One step: from where the job stopped to its next yield.
# lesson: An event loop is no magic: it is a loop. It looks through its list of jobs, sorts out
#   who is ready and who is finished, lets each of the ready ones run a piece, strikes out the
#   finished ones, and ends when the list is empty. Here it is, with generators for jobs and
#   without asyncio.
#
#   A job says with yield how many seconds it wants to be left alone. When nobody is ready, the
#   loop sleeps until the first of them wants to go on. Three jobs of two, three and one seconds
#   are done after three seconds.
#
#   Try: add a fourth job. Then look at the next scenarios and find the same parts again: the
#   list of the ready is the ready queue, the alarms are the timers.

import time


def job(name, seconds):
    print(f"{name}: begin")
    yield seconds
    print(f"{name}: end")


class Job:
    """A generator, and when it wants to go on."""

    def __init__(self, generator):
        self.generator = generator
        self.alarm = 0
        self.finished = False

    def step(self):
        try:
            self.alarm = time.monotonic() + next(self.generator)
        except StopIteration:
            self.finished = True


def sort_out(jobs):
    now = time.monotonic()
    return [job for job in jobs if job.alarm <= now and not job.finished]


jobs = [Job(job("tea", 2)), Job(job("soup", 3)), Job(job("toast", 1))]

while jobs:
    ready = sort_out(jobs)
    if not ready:
        first = min(job.alarm for job in jobs)
        time.sleep(max(0, first - time.monotonic()))  # [idle]
    for each in ready:
        each.step()  # [go]
    for each in [job for job in jobs if job.finished]:
        jobs.remove(each)

print("loop: nothing left to do")

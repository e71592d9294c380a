# title: In 3.8: five hellos, a second, five more
# concept: bare coroutines in asyncio.wait
# chapter: The event loop
# order: 3
# course: 57
# python: 3.5 to 3.10
# compat: 3.8
# now: ten_hellos
# ends: returns
# since 3.11: raises TypeError
# claims:
#   takes 1 s
#   6 tasks
#   prints "hello at 0 s" 5 times
#   prints "hello again at 1 s" 5 times
# note [bare]: Since Python 3.11 this is a TypeError: wait takes tasks and futures only.
# lesson: Five coroutines go into asyncio.wait as they are, and wait makes the tasks. It kept
#   them in a set, so nobody could say in which order they would run. Python 3.11 took the form
#   away: today one makes the tasks oneself, as the scenario ten_hellos does.
#
#   The rest has stayed: five hellos at once, one second in which all five wait, five more.

import asyncio
import time

begun = time.monotonic()


async def hello():
    print(f"hello at {round(time.monotonic() - begun)} s")
    await asyncio.sleep(1)
    print(f"hello again at {round(time.monotonic() - begun)} s")


def run():
    tasks = []
    for _ in range(5):
        tasks.append(hello())
    loop.run_until_complete(asyncio.wait(tasks))  # [bare]


loop = asyncio.get_event_loop()
if __name__ == "__main__":
    run()

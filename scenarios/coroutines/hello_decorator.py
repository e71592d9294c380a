# title: In 3.8: two hellos
# concept: generator-based coroutines share one thread
# chapter: Coroutines
# order: 9
# course: 61
# python: 3.4 to 3.10
# compat: 3.8
# now: hello_native
# ends: returns
# since 3.11: raises AttributeError
# claims:
#   takes 5 s
#   3 tasks
#   prints "hello, world (MainThread)" 2 times
#   prints "start (MainThread)" 2 times
#   prints "hello again (MainThread)" 2 times
# note [bare]: Bare coroutines, which wait made into tasks itself; it does not any more.
# lesson: Each hello says in which thread it runs: it is the main thread every time. Both sleep
#   five seconds, and yet the program is over after five seconds and without a second thread.
#
#   The form is that of Python 3.4: a decorated generator with yield from. Two things in it are
#   gone since 3.11, the decorator and bare coroutines in asyncio.wait, which moreover took
#   them in no certain order. The scenario hello_native is the same as one writes it now.

import asyncio
import threading


def say(text):
    print(f"{text} ({threading.current_thread().name})")


@asyncio.coroutine
def hello():
    say("hello, world")
    say("start")
    yield from asyncio.sleep(5)
    say("done")
    say("hello again")


loop = asyncio.get_event_loop()
tasks = [hello(), hello()]  # [bare]
loop.run_until_complete(asyncio.wait(tasks))
loop.close()

# title: Two hellos in one thread
# concept: native coroutines share one thread
# chapter: Coroutines
# order: 10
# course: 62
# python: 3.7 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 5 s
#   3 tasks
#   prints "hello, world (MainThread)" 2 times
#   prints "hello again (MainThread)" 2 times
# note [wait]: The only place where a hello can be suspended, and so the only place where another
#   one can get in.
# lesson: Each hello says in which thread it runs: it is the main thread every time. Both sleep
#   five seconds, and yet the program is over after five seconds, without a second thread.
#
#   Watch the tracks: while one task runs, the other never does. Tasks take turns; they do not
#   run at the same moment. What happens at the same time is only the waiting.
#
#   Between two awaits a task is never interrupted, so the first hello says "hello, world" and
#   "start" before the second says anything. Try: put an await asyncio.sleep(0) between the two.

import asyncio
import threading


def say(text):
    print(f"{text} ({threading.current_thread().name})")


async def hello():
    say("hello, world")
    say("start")
    await asyncio.sleep(5)  # [wait]
    say("done")
    say("hello again")


loop = asyncio.get_event_loop()
tasks = [loop.create_task(hello()), loop.create_task(hello())]
loop.run_until_complete(asyncio.wait(tasks))
loop.close()

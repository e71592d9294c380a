# title: Calling does not run
# concept: coroutine function and coroutine object
# chapter: Coroutines
# order: 8
# course: 11
# python: 3.7+
# ends: returns
# claims:
#   takes 0 s
#   1 task
#   prints exactly "called: coroutine", "now run it", "learning about coroutines", "result: 42"
# note [called]: Only a coroutine object is made. Not a line of lesson has run.
# note [run]: The loop makes a task of the object, and the task's first step runs it.
# lesson: A function defined with async def is a coroutine function. Calling it gives a
#   coroutine object and runs nothing: the object is like a recipe that nobody has cooked yet.
#
#   The event loop cooks it. asyncio.run makes a loop, makes a task of the coroutine, and comes
#   back with the result. In older texts you see loop.run_until_complete in its place.
#
#   Watch: the first two lines are printed while there is no task at all. Try: leave out the
#   asyncio.run. Python then complains that the coroutine was never awaited.

import asyncio


async def lesson():
    print("learning about coroutines")
    return 42


coroutine = lesson()  # [called]
print("called:", type(coroutine).__name__)
print("now run it")
print("result:", asyncio.run(coroutine))  # [run]

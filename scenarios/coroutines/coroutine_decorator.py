# title: Coroutines before async and await
# concept: generator-based coroutines
# chapter: Coroutines
# order: 6
# course: 6
# python: 3.4 to 3.10
# compat: 3.8
# now: native_coroutines
# ends: returns
# since 3.11: raises AttributeError
# claims:
#   takes 2 s
#   3 tasks
#   prints exactly "1", "3", "2", "4"
# note [pause]: While this one sleeps, the loop runs the other one.
# lesson: This is how a coroutine was written from Python 3.4 on: a generator with a decorator,
#   and yield from where one writes await today. The decorator was removed in Python 3.11, so
#   a newer Python ends with an AttributeError; you will still meet the form in old texts.
#
#   Both print their first number at once and sleep two seconds at the same time; the whole
#   takes two seconds, not four. The switching is no longer done by hand: at each yield from
#   that has to wait, control goes to the event loop, and the loop picks who is ready.
#
#   Compare it line by line with the scenario native_coroutines, which is the same today.

import asyncio


@asyncio.coroutine
def first():
    print(1)
    yield from asyncio.sleep(2)  # [pause] stands in for a download
    print(2)


@asyncio.coroutine
def second():
    print(3)
    yield from asyncio.sleep(2)  # [pause] stands in for a download
    print(4)


tasks = [
    asyncio.ensure_future(first()),
    asyncio.ensure_future(second()),
]
loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait(tasks))

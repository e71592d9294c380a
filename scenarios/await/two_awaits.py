# title: Two awaits in a row
# concept: serial awaiting
# chapter: Await
# order: 3
# course: 14
# python: 3.6 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 4 s
#   1 task
#   prints exactly "in the outer coroutine", "start", "end", "first answer: a value", "start",
#     "end", "second answer: a value"
# note [first]: Two seconds.
# note [second]: Begins only now, when the first is over: two seconds more.
# lesson: Two awaits stand one below the other, and that is how they run: the second begins when
#   the first is done. Two and two seconds are four.
#
#   await means wait. It gives other tasks a chance, but the one that awaits does not go on. To
#   have both at the same time you need a second task; the chapter about tasks shows it.
#
#   The loop comes from asyncio.get_event_loop() here, as it was written before asyncio.run came
#   in Python 3.7. Watch the timers: there is never more than one.

import asyncio


async def inner():
    print("start")
    await asyncio.sleep(2)
    print("end")
    return "a value"


async def outer():
    print("in the outer coroutine")
    first = await inner()  # [first]
    print("first answer:", first)
    second = await inner()  # [second]
    print("second answer:", second)


loop = asyncio.get_event_loop()
loop.run_until_complete(outer())

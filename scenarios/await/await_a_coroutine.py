# title: Await a coroutine
# concept: one coroutine calls another
# chapter: Await
# order: 2
# course: 13
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   1 task
#   prints exactly "in the outer coroutine", "start", "end", "the answer is: a value"
# note [inner]: The outer coroutine stands in this line as long as the inner one needs, and gets
#   what it returns.
# note [pause]: Inner and outer are suspended together: they are one task.
# lesson: The outer coroutine awaits the inner one and gets what it returns, as with an ordinary
#   call. There is one task only: an await of a coroutine starts nothing beside it.
#
#   When the inner one comes to its sleep, the whole chain is suspended, and the loop would be
#   free for others; here there are none. Watch the source: the task stands in two lines at once,
#   in the await of outer and in the sleep of inner.
#
#   Try: print the answer of inner() without the await. What do you get?

import asyncio


async def inner():
    print("start")
    await asyncio.sleep(2)  # [pause]
    print("end")
    return "a value"


async def outer():
    print("in the outer coroutine")
    response = await inner()  # [inner]
    print("the answer is:", response)


asyncio.run(outer())

# title: A reader to be walked through
# concept: __aiter__, __anext__, async for
# chapter: Asynchronous protocols
# order: 1
# course: 26
# python: 3.7+
# ends: returns
# claims:
#   takes 0 s
#   1 task
#   prints 99 lines
#   prints "1", "2", "50", "99"
# note [next]: async for awaits this for every item. Here it could suspend the task; it never does.
# note [stop]: This is how an asynchronous iterator says that it has come to its end.
# note [for]: Each round: call __anext__, await what it gives, or leave at StopAsyncIteration.
# lesson: An ordinary iterator has to have its next item at once. An asynchronous one may wait for
#   it: its __anext__ is a coroutine function, and async for awaits it in every round.
#
#   Look closely: the reader below never waits for anything. So the task runs through all 99
#   items in a single step, and nobody else would get in between. An await gives control away
#   only if something below it really suspends.
#
#   Try: await asyncio.sleep(1) in readline. Then there are a hundred steps and a hundred seconds.

import asyncio


class Reader:
    """An asynchronous iterator, and its own iterable."""

    def __init__(self):
        self.count = 0

    async def readline(self):
        self.count += 1
        if self.count == 100:
            return None
        return self.count

    def __aiter__(self):
        return self

    async def __anext__(self):
        value = await self.readline()  # [next]
        if value is None:
            raise StopAsyncIteration  # [stop]
        return value


async def main():
    async for item in Reader():  # [for]
        print(item)


asyncio.run(main())

# title: A connection that opens and closes itself
# concept: __aenter__, __aexit__, async with
# chapter: Asynchronous protocols
# order: 3
# course: 28
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   1 task
#   prints exactly "connected", "666", "closed"
# note [enter]: Connecting takes a second. async with awaits it.
# note [exit]: Closing takes another one, and happens however the block is left.
# note [with]: What __aenter__ returns is called connection within the block.
# lesson: Opening and closing a connection takes time, so both want to be awaited. async with does
#   it: it awaits __aenter__ before the block and __aexit__ after it, even when the block is left
#   by an exception or a cancellation.
#
#   Two seconds, one for each; the work in between takes none. A sleep plays the database. Watch
#   the two timers, and in which line the task stands while it waits.
#
#   Try: raise an exception in the block. Is the connection closed all the same?

import asyncio


class Connection:
    """A connection to a database that is not there."""

    async def __aenter__(self):
        await asyncio.sleep(1)  # [enter]
        print("connected")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(1)  # [exit]
        print("closed")

    async def ask(self):
        return 666


async def main():
    async with Connection() as connection:  # [with]
        print(await connection.ask())


asyncio.run(main())

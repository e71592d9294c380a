# title: In 3.8: two databases
# concept: task switching at network I/O, with bare coroutines
# chapter: I/O and servers
# order: 7
# course: 33
# python: 3.7 to 3.10
# compat: 3.8
# now: two_databases
# ends: returns
# since 3.11: raises TypeError
# claims:
#   takes 1.5 s
#   3 tasks
#   prints "end: db-one.test", "end: db-two.test"
#   prints 6 lines
#   prints in no certain order
# note [connect]: The first one waits here, and the loop turns to the second.
# note [execute]: The database works, and somebody else may run.
# note [bare]: Bare coroutines in wait: a TypeError since Python 3.11, and before that in no
#   certain order.
# lesson: Two databases are asked at the same time, in the form of older texts: the coroutines go
#   into asyncio.wait as they are. Since Python 3.11 that is a TypeError; the scenario
#   two_databases shows it with tasks.
#
#   Connection and Cursor play the part of a MySQL server and the aiomysql library; a sleep plays
#   the network.

import asyncio

LATENCY = {"db-one.test": 0.2, "db-two.test": 0.3}


class Cursor:
    """Asks the database a question and fetches the rows."""

    def __init__(self, latency):
        self.latency, self.rows = latency, []

    async def execute(self, question):
        await asyncio.sleep(self.latency)  # [execute]
        self.rows = [("localhost", "root"), ("localhost", "guest")]

    async def fetchall(self):
        await asyncio.sleep(self.latency)
        return self.rows

    async def close(self):
        await asyncio.sleep(self.latency)


class Connection:
    """Stands in for aiomysql: every step is a trip over the network."""

    def __init__(self, latency):
        self.latency = latency

    @classmethod
    async def connect(cls, host):
        connection = cls(LATENCY[host])
        await asyncio.sleep(connection.latency)  # [connect]
        return connection

    async def cursor(self):
        await asyncio.sleep(self.latency)
        return Cursor(self.latency)

    def close(self):
        """Says goodbye and does not wait for an answer."""


async def work(host):
    print("begin:", host)
    connection = await Connection.connect(host)
    cursor = await connection.cursor()
    await cursor.execute("SELECT host, user FROM user")
    print(host, await cursor.fetchall())
    await cursor.close()
    connection.close()
    print("end:", host)


todo = [work("db-one.test"), work("db-two.test")]
asyncio.run(asyncio.wait(todo))  # [bare]

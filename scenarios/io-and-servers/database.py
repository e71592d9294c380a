# title: A database
# concept: awaiting every network step
# chapter: I/O and servers
# order: 6
# course: 32
# python: 3.7+
# ends: returns
# claims:
#   takes 1 s
#   1 task
#   prints exactly "begin: db-one.test",
#     "db-one.test [('localhost', 'root'), ('localhost', 'guest')]", "end: db-one.test"
# note [connect]: Connecting: there and back over the network.
# note [execute]: The database works here, and the task waits for it.
# lesson: Connect, get a cursor, execute, fetch, close the cursor: five trips over the network, each
#   with an await of its own; 0.2 seconds each make one second.
#
#   If you forget one of these awaits, the step is not done at all: fetchall without await gives a
#   coroutine object in place of the rows. Try it.
#
#   Connection and Cursor play the part of a MySQL server and the aiomysql library; a sleep plays
#   the network.

import asyncio

LATENCY = {"db-one.test": 0.2}


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


asyncio.run(work("db-one.test"))

# title: Two databases
# concept: task switching at network I/O
# chapter: I/O and servers
# order: 8
# python: 3.7+
# ends: returns
# claims:
#   takes 1.5 s
#   3 tasks
#   prints "begin: db-one.test", "begin: db-two.test", "end: db-one.test", "end: db-two.test"
#   prints 6 lines
# note [connect]: The first one waits here, and the loop turns to the second.
# note [execute]: The database works, and somebody else may run.
# note [tasks]: A task for each database.
# lesson: Two databases are asked at the same time, by a task each. Five trips of 0.2 seconds for
#   one, five of 0.3 for the other: one and a half seconds, and not two and a half.
#
#   Watch where the tasks are switched: at every await that waits for the network, and nowhere
#   else. At 0.6 seconds both are due at once: the first one has done three trips, the second two.
#
#   Connection and Cursor play the part of a MySQL server and the aiomysql library. Try: three
#   questions to the same database on one connection. Would tasks help there?

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


async def main():
    tasks = [asyncio.ensure_future(work(host)) for host in LATENCY]  # [tasks]
    await asyncio.wait(tasks)


asyncio.run(main())

# title: Two key-value servers
# concept: task switching at network I/O
# chapter: I/O and servers
# order: 5
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   3 tasks
#   prints "begin: redis://one.test", "begin: redis://two.test", "end: redis://two.test",
#     "redis://one.test {'wheels': 4, 'doors': 5, 'seats': 7}", "end: redis://one.test"
#   prints 6 lines
# note [connect]: The task waits for this server; the loop turns to the other.
# note [ask]: At each of these sleeps the tasks may be switched.
# note [tasks]: Made in this order, so they begin in this order.
# lesson: Two servers, a task for each. While one task waits for its server, the other has a step
#   to do: that is where the loop switches. The slower server decides: two seconds, not three.
#
#   The faster server's task has done all its four trips when the other is in the middle. Watch
#   the tracks: each wait ends when that server answers, and not in turns.
#
#   The class Store plays server and client; a sleep plays the network. Try: give both the same
#   latency. Who ends first then, and why?

import asyncio

LATENCY = {"redis://one.test": 0.5, "redis://two.test": 0.25}


class Store:
    """Stands in for aioredis: every step is a trip over the network."""

    def __init__(self, latency):
        self.latency, self.hashes = latency, {}

    @classmethod
    async def connect(cls, address):
        store = cls(LATENCY[address])
        await asyncio.sleep(store.latency)  # [connect]
        return store

    async def set_hash(self, key, **values):
        await asyncio.sleep(self.latency)
        self.hashes[key] = values

    async def get_hash(self, key):
        await asyncio.sleep(self.latency)  # [ask]
        return self.hashes[key]

    async def close(self):
        await asyncio.sleep(self.latency)


async def work(address):
    print("begin:", address)
    store = await Store.connect(address)
    await store.set_hash("car", wheels=4, doors=5, seats=7)
    print(address, await store.get_hash("car"))
    await store.close()
    print("end:", address)


async def main():
    tasks = [asyncio.create_task(work(address)) for address in LATENCY]  # [tasks]
    await asyncio.wait(tasks)


asyncio.run(main())

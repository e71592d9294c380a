# title: In 3.8: two key-value servers
# concept: task switching at network I/O, with bare coroutines
# chapter: I/O and servers
# order: 4
# course: 31
# python: 3.7 to 3.10
# compat: 3.8
# now: two_key_value_servers
# ends: returns
# since 3.11: raises TypeError
# claims:
#   takes 2 s
#   3 tasks
#   prints "redis://one.test {'wheels': 4, 'doors': 5, 'seats': 7}", "end: redis://one.test"
#   prints "end: redis://two.test", "end: redis://one.test"
#   prints 6 lines
#   prints in no certain order
# note [connect]: The task waits for this server; the loop turns to the other.
# note [ask]: At each of these sleeps the tasks may be switched.
# note [bare]: Bare coroutines in wait: a TypeError since Python 3.11, and before that in no
#   certain order.
# lesson: Two servers at once, one of them a little slower. The coroutines go into asyncio.wait as
#   they are, which was allowed until Python 3.10. wait kept them in a set, and so it is left to
#   chance which one begins.
#
#   The scenario two_key_value_servers shows the same with tasks. The class Store plays server
#   and client; a sleep plays the network.

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


todo = [work("redis://one.test"), work("redis://two.test")]
asyncio.run(asyncio.wait(todo))  # [bare]

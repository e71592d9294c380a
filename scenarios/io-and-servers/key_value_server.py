# title: A key-value server
# concept: awaiting every network step
# chapter: I/O and servers
# order: 3
# course: 30
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   1 task
#   prints exactly "begin: redis://one.test",
#     "redis://one.test {'wheels': 4, 'doors': 5, 'seats': 7}", "end: redis://one.test"
# note [connect]: The first trip over the network.
# note [ask]: The third one: there and back.
# lesson: Connecting, writing, reading, closing: each is a trip over the network, and so each one is
#   awaited. Half a second for each of four makes two seconds.
#
#   The class Store plays the part of a redis server and its aioredis client, with sleeps for the
#   network. With a single task the awaits bring no gain: nobody is there to use the time. Watch
#   the one track with its four waits. The scenario two_key_value_servers adds a second server.

import asyncio

LATENCY = {"redis://one.test": 0.5}


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


asyncio.run(work("redis://one.test"))

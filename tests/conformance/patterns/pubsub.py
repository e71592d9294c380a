import asyncio


class Hub:
    def __init__(self):
        self.subscriptions = []

    def publish(self, message):
        for q in self.subscriptions:
            q.put_nowait(message)


class Subscription:
    def __init__(self, hub):
        self.hub, self.queue = hub, asyncio.Queue()

    def __enter__(self):
        self.hub.subscriptions.append(self.queue)
        return self.queue

    def __exit__(self, *a):
        self.hub.subscriptions.remove(self.queue)


async def reader(name, hub):
    with Subscription(hub) as q:
        while (m := await q.get()) != "SHUTDOWN":
            print(name, "got", m)
    print(name, "left", len(hub.subscriptions))


async def main():
    hub = Hub()
    rs = [asyncio.create_task(reader(n, hub)) for n in "ab"]
    for m in ("x", "y", "SHUTDOWN"):
        await asyncio.sleep(0.05)
        hub.publish(m)
    await asyncio.wait(rs)


asyncio.run(main())

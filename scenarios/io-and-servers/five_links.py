# title: Five links
# concept: a list of tasks
# chapter: I/O and servers
# order: 13
# course: 59
# python: 3.7 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 1 s
#   6 tasks
#   prints exactly "site.test/4 at 0.6 s", "site.test/3 at 0.7 s", "site.test/2 at 0.8 s",
#     "site.test/1 at 0.9 s", "site.test/0 at 1.0 s"
# note [send]: Five tasks wait here at the same time.
# note [list]: Makes the tasks and keeps them: whoever drops a task may lose it.
# lesson: Five addresses, a task for each, made with ensure_future and kept in a list. They are all
#   under way at the same time: one second, as long as the slowest, instead of four.
#
#   The answers come in the order of the servers, the last address first. Watch the timers: they
#   are set in one order and fire in the other.
#
#   Session and Response play the part of the aiohttp library. Each task opens a session of its
#   own here, as beginners do; one for all is better. Try it.

import asyncio
import time

LATENCY = {f"site.test/{number}": 1 - number / 10 for number in range(5)}
tasks = []


class Response:
    """An answer on its way."""

    def __init__(self, address):
        self.address, self.status = address, 200

    async def __aenter__(self):
        await asyncio.sleep(LATENCY[self.address])  # [send]
        return self

    async def __aexit__(self, *error):
        pass

    async def text(self):
        return f"<h1>{self.address}</h1>"


class Session:
    """Stands in for aiohttp.ClientSession."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        pass

    def get(self, address):
        return Response(address)


async def hello(address):
    async with Session() as session:
        async with session.get(address) as response:
            await response.text()
            print(f"{address} at {time.monotonic() - begun:.1f} s")


def run():
    for address in LATENCY:
        task = asyncio.ensure_future(hello(address))
        tasks.append(task)  # [list]


if __name__ == "__main__":
    begun = time.monotonic()
    loop = asyncio.get_event_loop()
    run()
    loop.run_until_complete(asyncio.wait(tasks))

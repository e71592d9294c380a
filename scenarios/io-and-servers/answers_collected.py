# title: The answers, collected
# concept: gather
# chapter: I/O and servers
# order: 14
# course: 60
# python: 3.7 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 1 s
#   5 tasks
#   prints "answer of site.test/4 is there", "answer of site.test/0 is there",
#     "['<h1>site.test/0</h1>', '<h1>site.test/1</h1>', '<h1>site.test/2</h1>', '<h1>site.test/3</h1>', '<h1>site.test/4</h1>']"
#   prints 6 lines
# note [send]: Five tasks wait here at the same time.
# note [return]: What a task returns is what gather collects.
# note [gather]: gather is given the tasks and gives back their results in the same order.
# lesson: To collect what the five links answer, the tasks return it and gather puts it into a
#   list: in the order of the addresses, although the last one was answered first.
#
#   Count the tasks: gather needs none of its own, only a future, which run_until_complete waits
#   for. Watch that future being set when the slowest task has ended.
#
#   Session and Response play the part of the aiohttp library, a sleep that of the network.

import asyncio

LATENCY = {f"site.test/{number}": 1 - number / 10 for number in range(5)}


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
            text = await response.text()
            print("answer of", address, "is there")
            return text  # [return]


def run():
    loop = asyncio.get_event_loop()
    tasks = [asyncio.ensure_future(hello(address), loop=loop) for address in LATENCY]
    result = loop.run_until_complete(asyncio.gather(*tasks))  # [gather]
    print(result)


if __name__ == "__main__":
    run()

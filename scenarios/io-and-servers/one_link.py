# title: One link
# concept: async with
# chapter: I/O and servers
# order: 12
# course: 58
# python: 3.7 to 3.13
# ends: returns
# since 3.14: raises RuntimeError
# claims:
#   takes 1 s
#   1 task
#   prints exactly "200", "<h1>site.test/0</h1>"
# note [send]: async with awaits this before the block begins.
# note [session]: Opens and closes the session.
# note [get]: Sends the request and waits for the beginning of the answer.
# lesson: A single request, with the two blocks that one needs for it: the session around, the
#   answer within. Each async with is an await at its beginning and one at its end.
#
#   Session and Response play the part of the aiohttp library, a sleep that of the network. With
#   one task the loop has nobody to turn to: one second of waiting is one second.

import asyncio

LATENCY = {"site.test/0": 1}


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
    async with Session() as session:  # [session]
        async with session.get(address) as response:  # [get]
            print(response.status)
            print(await response.text())


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(hello("site.test/0"))

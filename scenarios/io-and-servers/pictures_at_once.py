# title: Three pictures at once
# concept: concurrent I/O
# chapter: I/O and servers
# order: 2
# course: 9
# python: 3.7+
# ends: returns
# claims:
#   takes 3.5 s
#   4 tasks
#   prints exactly "request: tree.jpg", "request: lake.jpg", "request: hill.jpg",
#     "saved: lake.jpg", "saved: hill.jpg", "saved: tree.jpg"
# note [send]: Here the request is on its way, and the task waits for the answer to begin.
# note [read]: The answer has begun; reading its content takes another while.
# note [tasks]: All three requests go out before the first answer is there.
# lesson: The three pictures of pictures_one_by_one, fetched by three tasks: three and a half
#   seconds, as long as the slowest, and what was slowest to come is saved last.
#
#   The classes Session and Response play the part of the aiohttp library, and a sleep is the
#   network. The two async with are as in the real thing: one for the session, one for each
#   answer. Every await is a place where the loop can turn to another download.
#
#   Watch the three tracks: begun together, and each two waits long. Try: a fourth picture.

import asyncio

LATENCY = {"tree.jpg": 3, "lake.jpg": 1, "hill.jpg": 2}
disk = {}


class Response:
    """An answer on its way."""

    def __init__(self, address):
        self.name = address.rsplit("/")[-1]

    async def __aenter__(self):
        await asyncio.sleep(LATENCY[self.name])  # [send]
        return self

    async def __aexit__(self, *error):
        pass

    async def read(self):
        await asyncio.sleep(0.5)  # [read]
        return f"picture of {self.name}"


class Session:
    """Stands in for aiohttp.ClientSession."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        pass

    def get(self, address):
        return Response(address)


async def fetch(session, address):
    name = address.rsplit("/")[-1]
    print("request:", name)
    async with session.get(address) as response:
        disk[name] = await response.read()  # stands in for a file
    print("saved:", name)


async def main():
    async with Session() as session:
        addresses = [f"http://pictures.test/{name}" for name in LATENCY]
        tasks = [asyncio.create_task(fetch(session, address)) for address in addresses]  # [tasks]
        await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())

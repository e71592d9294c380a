# title: A crawler for three sites
# concept: async with, tasks, wait
# chapter: I/O and servers
# order: 10
# course: 35
# python: 3.7+
# ends: returns
# claims:
#   takes 2 s
#   4 tasks
#   prints exactly "request: python.test", "request: search.test", "request: course.test",
#     "answer: search.test, 20 characters", "answer: python.test, 20 characters",
#     "answer: course.test, 20 characters", "done: 3, pending: 0"
# note [send]: The request goes out, and the task waits for the answer.
# note [with]: The answer is closed at the end of the block, whatever happens in it.
# note [wait]: Main waits for all three.
# lesson: One session, three sites, three tasks. The answers come in the order in which the sites
#   are ready: after half a second, one second and two. The slowest decides: two seconds.
#
#   Session and Response play the part of the aiohttp library, a sleep that of the network. Two
#   nested async with are typical of it: the session belongs to main, the answer to its task.
#
#   Watch the three tracks and the moment in which main wakes. Try: let one site never answer
#   (a very long sleep), and give wait a timeout.

import asyncio

LATENCY = {"python.test": 1, "search.test": 0.5, "course.test": 2}


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


async def fetch(session, address):
    print("request:", address)
    async with session.get(address) as response:  # [with]
        text = await response.text()
        print(f"answer: {address}, {len(text)} characters")
        return text


async def main():
    async with Session() as session:
        tasks = [asyncio.create_task(fetch(session, address)) for address in LATENCY]
        done, pending = await asyncio.wait(tasks)  # [wait]
        print(f"done: {len(done)}, pending: {len(pending)}")


if __name__ == "__main__":
    asyncio.run(main())

# title: A semaphore as a rate limiter
# concept: never more than so many at once
# chapter: Waiting for many
# order: 12
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   7 tasks
#   prints "at most 2 at once"
#   prints "request 1 at 0 s", "request 2 at 0 s", "request 3 at 1 s", "request 4 at 1 s",
#     "request 5 at 2 s", "request 6 at 2 s"
# note [gate]: Two get in. Whoever comes third waits until somebody leaves.
# note [leave]: Leaving the block lets the next one in, who was first in line.
# lesson: Six requests, but the server allows only two at a time. The semaphore starts at two;
#   entering takes one off, leaving puts one back, and at nought one has to wait in line.
#
#   Watch the tracks: six tasks exist from the beginning, four of them wait for the semaphore and
#   not for a timer. Every second two come out and two go in: three seconds for six requests.
#
#   Try: a semaphore of three. And why is it a Semaphore and not a Lock?

import asyncio
import time

at_once = most = 0


async def request(number, semaphore):
    global at_once, most
    async with semaphore:  # [gate]
        at_once += 1
        most = max(most, at_once)
        print(f"request {number} at {round(time.monotonic() - begun)} s")
        await asyncio.sleep(1)  # stands in for the server
        at_once -= 1  # [leave]


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(request(number, semaphore) for number in range(1, 7)))
    print("at most", most, "at once")


begun = time.monotonic()
asyncio.run(main())

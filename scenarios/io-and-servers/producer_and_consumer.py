# title: Producer and consumer, with back-pressure
# concept: a queue that can be full
# chapter: I/O and servers
# order: 17
# python: 3.7+
# ends: returns
# claims:
#   takes 6 s
#   3 tasks
#   prints "0 s: made 1", "0 s: made 2", "0 s: made 3", "1 s: used 1", "1 s: made 4", "2 s: used 2"
#   prints "6 s: used 6"
# note [bounded]: Two places. Whoever finds them taken has to wait.
# note [put]: Suspends while the queue is full: this is the back-pressure.
# note [get]: Suspends while the queue is empty; frees a place otherwise.
# note [end]: Says that nothing more will come.
# lesson: The producer is quick, the consumer needs a second for each thing. Between them is a queue
#   with two places. When it is full, put waits, and so the producer goes on only as fast as the
#   consumer: that is back-pressure.
#
#   Without the limit all would lie in memory at once; with a slow consumer and an endless producer
#   that ends badly. Watch the producer's track: three quick steps, then one step a second.
#
#   Try: asyncio.Queue() without a limit, and look at the lines at 0 s.

import asyncio
import time


def say(text):
    print(f"{round(time.monotonic() - begun)} s: {text}")


async def produce(queue):
    for number in range(1, 7):
        await queue.put(number)  # [put]
        say(f"made {number}")
    await queue.put(None)  # [end]


async def consume(queue):
    while True:
        number = await queue.get()  # [get]
        if number is None:
            return
        await asyncio.sleep(1)
        say(f"used {number}")


async def main():
    queue = asyncio.Queue(maxsize=2)  # [bounded]
    producer = asyncio.create_task(produce(queue))
    consumer = asyncio.create_task(consume(queue))
    await producer
    await consumer


begun = time.monotonic()
asyncio.run(main())

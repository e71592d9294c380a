# title: In lock-step through a queue
# concept: join waits until everything is dealt with
# chapter: I/O and servers
# order: 18
# python: 3.7+
# ends: returns
# claims:
#   takes 3 s
#   2 tasks
#   prints exactly "ask for a", "a is dealt with", "go on", "ask for b", "b is dealt with",
#     "go on", "ask for c", "c is dealt with", "go on"
# note [join]: Waits until task_done was called for everything that was put in.
# note [done]: Not the get counts, but this: the work is done.
# note [stop]: The worker would wait for ever; nobody needs it any more.
# lesson: Main puts a piece of work into the queue and waits with join until the worker has said
#   task_done. So the two go in lock-step: never is the next piece begun before the last one is
#   dealt with.
#
#   join does not look at whether the queue is empty: it is, as soon as the worker has taken the
#   piece. It counts what was put in and what was reported as done. Watch main's track: each wait
#   ends only when the worker's second is over.
#
#   Try: take out task_done. Who waits for what then?

import asyncio


async def work(queue):
    while True:
        piece = await queue.get()
        await asyncio.sleep(1)
        print(piece, "is dealt with")
        queue.task_done()  # [done]


async def main():
    queue = asyncio.Queue()
    worker = asyncio.create_task(work(queue))
    for piece in "abc":
        print("ask for", piece)
        queue.put_nowait(piece)
        await queue.join()  # [join]
        print("go on")
    worker.cancel()  # [stop]


asyncio.run(main())

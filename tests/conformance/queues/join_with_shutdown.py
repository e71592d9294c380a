# needs: 3.13
import asyncio


async def joiner(q):
    await q.join()
    print("joined", q.qsize())


async def main():
    q = asyncio.Queue()
    for i in range(3):
        q.put_nowait(i)
    j = asyncio.create_task(joiner(q))
    await asyncio.sleep(0)
    print(await q.get())
    q.shutdown(immediate=True)
    await asyncio.sleep(0)
    print("done?", j.done())
    try:
        q.task_done()
        await j
    except ValueError as e:
        print(e)


asyncio.run(main())

# stderr: not compared
import asyncio
import multiprocessing


async def job(n):
    await asyncio.sleep(0.2)
    return n


async def many(k):
    return sum(await asyncio.gather(*(job(i) for i in range(k))))


def run(k, q):
    q.put(asyncio.run(many(k)))


if __name__ == "__main__":
    q = multiprocessing.Queue()
    ps = [multiprocessing.Process(target=run, args=(100, q)) for _ in range(4)]
    for p in ps:
        p.start()
    print(sum(q.get() for _ in ps))
    for p in ps:
        p.join()

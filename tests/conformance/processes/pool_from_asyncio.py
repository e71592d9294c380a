# stderr: not compared
import asyncio
from concurrent.futures import ProcessPoolExecutor


def heavy(n):
    return sum(range(n))


async def ticker(stop):
    while not stop.is_set():
        await asyncio.sleep(0.01)


async def main():
    stop = asyncio.Event()
    t = asyncio.create_task(ticker(stop))
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, heavy, n) for n in (10, 100, 1000))))
    stop.set()
    await t


if __name__ == "__main__":
    asyncio.run(main())

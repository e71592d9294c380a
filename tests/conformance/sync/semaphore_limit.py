# virtual: 0.3
import asyncio

running = 0


async def job(i, sem):
    global running
    async with sem:
        running += 1
        print("start", i, "running", running)
        await asyncio.sleep(0.1)
        running -= 1
    print("end", i)


async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(job(i, sem) for i in range(6)))
    print(sem.locked())


asyncio.run(main())

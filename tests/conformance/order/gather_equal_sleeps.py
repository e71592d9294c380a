# virtual: 0.2
import asyncio


async def worker(name):
    for i in range(2):
        print(name, i)
        await asyncio.sleep(0.1)
    print(name, "done")


async def main():
    await asyncio.gather(*(worker(n) for n in "abcde"))


asyncio.run(main())

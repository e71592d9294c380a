# virtual: 0.3
import asyncio

background = set()


async def job(i):
    await asyncio.sleep(i / 10)
    print("job", i)


async def main():
    for i in range(1, 4):
        t = asyncio.create_task(job(i))
        background.add(t)
        t.add_done_callback(background.discard)
    print(len(background))
    await asyncio.sleep(0.15)
    print(len(background))
    await asyncio.gather(*background)
    print(len(background))


asyncio.run(main())

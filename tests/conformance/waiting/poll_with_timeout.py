# virtual: 0.5
import asyncio


async def main():
    q = asyncio.Queue()
    asyncio.get_running_loop().call_later(0.25, q.put_nowait, "item")
    misses = 0
    while True:
        try:
            item = await asyncio.wait_for(q.get(), 0.1)
            break
        except asyncio.TimeoutError:
            misses += 1
            print("nothing yet")
    print(item, misses)
    await asyncio.sleep(0.25)


asyncio.run(main())

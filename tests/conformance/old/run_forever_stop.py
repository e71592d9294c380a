# virtual: 0.3
import asyncio


async def worker(loop):
    for i in range(3):
        print("working", i)
        await asyncio.sleep(0.1)
    loop.stop()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.create_task(worker(loop))
try:
    loop.run_forever()
finally:
    print("closing")
    loop.close()

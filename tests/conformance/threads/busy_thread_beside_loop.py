import asyncio, time
def cpu():
    end = time.monotonic() + 0.25
    while time.monotonic() < end:
        pass
async def tick():
    for i in range(4):
        print("tick", i, round(time.monotonic() - t0, 1))
        await asyncio.sleep(0.1)
async def main():
    await asyncio.gather(tick(), asyncio.to_thread(cpu))
t0 = time.monotonic()
asyncio.run(main())

# virtual: 0.3
import asyncio
import threading


async def main(name, delay):
    for i in range(2):
        await asyncio.sleep(delay)
        print(name, i, asyncio.get_running_loop() is not None)


ts = [threading.Thread(target=lambda n=n, d=d: asyncio.run(main(n, d))) for n, d in (("a", 0.1), ("b", 0.15))]
for t in ts:
    t.start()
for t in ts:
    t.join()
print("both ended")

# virtual: 0.2
import asyncio


async def waiter(n, event):
    print("waiter", n, "waits")
    await event.wait()
    print("waiter", n, "released")


async def main():
    event = asyncio.Event()
    ts = [asyncio.create_task(waiter(n, event)) for n in range(3)]
    await asyncio.sleep(0.2)
    print("set")
    event.set()
    event.clear()
    late = asyncio.create_task(waiter("late", event))
    await asyncio.gather(*ts)
    print("late done?", late.done(), event.is_set())
    event.set()
    await late
    print(await event.wait())


asyncio.run(main())

import asyncio


async def f(n):
    await asyncio.sleep(n / 10)
    return n


async def main():
    ts = [asyncio.create_task(f(n)) for n in (1, 2, 5)]
    for c in asyncio.as_completed(ts, timeout=0.3):
        try:
            print(await c)
        except TimeoutError as e:
            print("timeout", e.args)
    print([t.done() for t in ts])
    await ts[2]


asyncio.run(main())

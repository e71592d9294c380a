import asyncio


async def bad():
    await asyncio.sleep(0)
    raise ValueError("shared")


async def waits(n, t, seen):
    try:
        await t
    except ValueError as e:
        seen.append(e)
        print(n, e)


async def main():
    seen = []
    t = asyncio.create_task(bad())
    await asyncio.gather(*(waits(n, t, seen) for n in range(3)))
    print(seen[0] is seen[1] is seen[2] is t.exception())


asyncio.run(main())

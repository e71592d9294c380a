import asyncio


async def job():
    try:
        await asyncio.sleep(0.1)
        print("job done")
        return "value"
    except asyncio.CancelledError:
        print("job cancelled")
        raise


async def main():
    try:
        print(await asyncio.wait_for(job(), 0.1))
    except asyncio.TimeoutError:
        print("timeout")
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(t, 0.1))
    except asyncio.TimeoutError:
        print("timeout", t.cancelled())


asyncio.run(main())

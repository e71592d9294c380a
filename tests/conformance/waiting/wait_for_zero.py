import asyncio


async def quick():
    print("ran")
    return 1


async def main():
    for limit in (0, -1):
        try:
            print(await asyncio.wait_for(quick(), limit))
        except TimeoutError:
            print("timeout", limit)
    f = asyncio.get_running_loop().create_future()
    f.set_result("done future")
    print(await asyncio.wait_for(f, 0))
    t = asyncio.create_task(quick())
    try:
        print(await asyncio.wait_for(t, 0))
    except TimeoutError:
        print("timeout", t.cancelled())


asyncio.run(main())

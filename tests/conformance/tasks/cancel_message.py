import asyncio


async def f():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("in task:", e.args)
        raise


async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    print(t.cancel("please"))
    try:
        await t
    except asyncio.CancelledError as e:
        print("in main:", e.args)
    print(t.cancelled(), t.cancel("again"))
    t = asyncio.create_task(f())
    t.cancel(msg="never began")
    try:
        await t
    except asyncio.CancelledError as e:
        print("in main:", e.args)
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("result:", e.args)
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print("exception:", e.args)


asyncio.run(main())

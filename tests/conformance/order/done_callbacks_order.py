import asyncio


async def job():
    print("job")
    return 7


async def main():
    t = asyncio.create_task(job())
    t.add_done_callback(lambda t: print("first", t.result()))
    t.add_done_callback(lambda t: print("second", t.done()))

    def third(t):
        print("third")

    t.add_done_callback(third)
    t.add_done_callback(third)
    print(t.remove_done_callback(third))
    r = await t
    print("awaited", r)
    t.add_done_callback(lambda t: print("late callback"))
    print("after adding")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())

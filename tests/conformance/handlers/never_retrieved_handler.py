import asyncio


async def bad():
    raise ValueError("unseen")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(c["message"], repr(c["exception"]), c["future"].get_name()))
    t = asyncio.create_task(bad(), name="lost")
    await asyncio.sleep(0)
    print("still referenced")
    del t
    print("dropped")
    t = asyncio.create_task(bad(), name="seen")
    await asyncio.sleep(0)
    t.exception()
    del t
    print("end")


asyncio.run(main())

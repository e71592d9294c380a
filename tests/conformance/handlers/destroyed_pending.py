import asyncio


async def waits():
    await asyncio.get_running_loop().create_future()


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda l, c: print(c["message"], c["task"].get_name()))


async def main():
    t = loop.create_task(waits(), name="dropped")
    await asyncio.sleep(0)
    del t
    import gc

    gc.collect()
    print("end of main")


loop.run_until_complete(main())
loop.close()

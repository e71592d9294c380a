import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(OSError("lost"))
    del f
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())

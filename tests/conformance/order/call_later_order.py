# virtual: 0.3
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.2, print, "late")
    loop.call_later(0.1, print, "early")
    loop.call_later(0, print, "zero")
    loop.call_later(-1, print, "negative")
    loop.call_soon(print, "soon")
    print("before")
    await asyncio.sleep(0)
    print("after one turn")
    await asyncio.sleep(0.3)
    print("end")


asyncio.run(main())

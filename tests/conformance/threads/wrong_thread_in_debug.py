import asyncio
import threading


def work(loop):
    try:
        loop.call_soon(print, "unsafe")
    except RuntimeError as e:
        print(e)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    t = threading.Thread(target=work, args=(loop,))
    t.start()
    t.join()


asyncio.run(main())

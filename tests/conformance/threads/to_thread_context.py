import asyncio
import contextvars

v = contextvars.ContextVar("v", default="default")


async def main():
    v.set("main's")
    print(await asyncio.to_thread(v.get))
    print(await asyncio.get_running_loop().run_in_executor(None, v.get))
    await asyncio.to_thread(v.set, "lost")
    print(v.get())


asyncio.run(main())

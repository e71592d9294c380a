import asyncio
import contextvars

request = contextvars.ContextVar("request")


async def log(text):
    print(f"[{request.get('?')}] {text}")


async def handle(n):
    token = request.set(n)
    await log("begin")
    await asyncio.sleep(0.1)
    await log("end")
    if n == 2:
        request.reset(token)
        await log("reset")


async def main():
    await asyncio.gather(*(handle(n) for n in (1, 2, 3)))
    await log("main")
    asyncio.get_running_loop().call_soon(lambda: print("callback", request.get("none")))
    request.set("changed")
    await asyncio.sleep(0)


asyncio.run(main())

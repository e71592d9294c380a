# stderr: not compared
# virtual: 0.2
import asyncio


async def hello():
    print("Hello")
    await asyncio.sleep(0.2)
    print("World")
    return 42


loop = asyncio.get_event_loop()
print(loop.run_until_complete(hello()))
loop.close()
print(loop.is_closed())
try:
    c = hello()
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
c.close()

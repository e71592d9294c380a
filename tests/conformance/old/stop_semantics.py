import asyncio

loop = asyncio.new_event_loop()


def again(n):
    print("callback", n)
    loop.call_soon(again, n + 1)
    if n == 2:
        loop.stop()


loop.call_soon(again, 0)
loop.run_forever()
print("stopped", loop.is_running())
loop.stop()
loop.run_forever()
print("one more turn")
fut = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(fut)
except RuntimeError as e:
    print(e)
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)

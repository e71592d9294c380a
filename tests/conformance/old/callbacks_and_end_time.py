# virtual: 0.5
import asyncio


def display(end_time, loop):
    print("tick")
    if loop.time() + 0.1 < end_time:
        loop.call_later(0.1, display, end_time, loop)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
loop.call_later(0.1, display, loop.time() + 0.55, loop)
try:
    loop.run_forever()
finally:
    loop.close()

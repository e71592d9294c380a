import asyncio

for name in ("coroutine", "async", "get_event_loop_policy", "iscoroutinefunction"):
    print(name, hasattr(asyncio, name))
for f in (asyncio.sleep, asyncio.gather, asyncio.wait, asyncio.wait_for, asyncio.Lock, asyncio.Queue):
    try:
        r = f(1, loop=None) if f is not asyncio.Lock else f(loop=None)
    except TypeError as e:
        print(e)
print(hasattr(asyncio.Task, "all_tasks"), hasattr(asyncio.Task, "current_task"))

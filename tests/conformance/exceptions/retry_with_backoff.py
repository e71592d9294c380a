# virtual: 0.7
import asyncio


async def flaky(state):
    state["n"] += 1
    await asyncio.sleep(0)
    if state["n"] < 4:
        raise ConnectionError(f"attempt {state['n']}")
    return "ok"


async def retry(f, *args, tries=5):
    for attempt in range(tries):
        try:
            return await f(*args)
        except ConnectionError as e:
            print(e, "- waiting", 0.1 * 2**attempt)
            await asyncio.sleep(0.1 * 2**attempt)
    raise RuntimeError("gave up")


print(asyncio.run(retry(flaky, {"n": 0})))

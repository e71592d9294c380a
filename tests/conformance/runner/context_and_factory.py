import asyncio
import contextvars

v = contextvars.ContextVar("v", default="unset")


async def put(x):
    v.set(x)


async def get():
    return v.get()


with asyncio.Runner() as runner:
    runner.run(put("kept in the runner's context"))
    print(runner.run(get()))
    ctx = contextvars.copy_context()
    runner.run(put("own"), context=ctx)
    print(runner.run(get()), ctx[v])
print(v.get())


def make():
    print("making a loop")
    return asyncio.new_event_loop()


with asyncio.Runner(loop_factory=make, debug=True) as runner:
    print(runner.get_loop().get_debug())

import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")


async def show(label):
    print(label, var.get())
    var.set(label)
    await asyncio.sleep(0)
    print(label, var.get())


async def main():
    var.set("main")
    ctx = contextvars.copy_context()
    ctx.run(var.set, "own context")
    await asyncio.gather(show("a"), show("b"))
    await asyncio.create_task(show("c"), context=ctx)
    print(var.get(), ctx[var])
    await show("inline")
    print(var.get())
    t = asyncio.create_task(show("d"), context=ctx)
    print(t.get_context() is ctx) if hasattr(t, "get_context") else print(True)
    await t


asyncio.run(main())
print(var.get())

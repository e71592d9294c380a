import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def main():
    f = asyncio.get_running_loop().create_future()
    var.set("one")
    f.add_done_callback(lambda f: print("first", var.get()))
    var.set("two")
    f.add_done_callback(lambda f: print("second", var.get()))
    ctx = contextvars.Context()
    f.add_done_callback(lambda f: print("third", var.get()), context=ctx)
    var.set("three")
    f.set_result(None)
    await f
    await asyncio.sleep(0)


asyncio.run(main())

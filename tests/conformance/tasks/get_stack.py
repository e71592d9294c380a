import asyncio


async def inner():
    await asyncio.sleep(0.1)


async def outer():
    await inner()


async def main():
    t = asyncio.create_task(outer())
    print([f.f_code.co_name for f in t.get_stack()])
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])
    print(t.get_coro().cr_code.co_name, t.get_coro().cr_running, t.get_coro().cr_await.cr_code.co_name)
    await t
    print(t.get_stack())


asyncio.run(main())

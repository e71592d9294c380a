import asyncio
async def link(n):
    if n == 0: await asyncio.sleep(10)
    else: await asyncio.create_task(link(n - 1))
async def main():
    t = asyncio.create_task(link(40000))
    await asyncio.sleep(0.5)
    try: print(t.cancel(), flush=True)
    except RecursionError: print("RecursionError", flush=True)
    import os; os._exit(0)
asyncio.run(main())

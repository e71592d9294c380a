import asyncio


async def main():
    try:
        async with asyncio.timeout(0.2) as outer:
            try:
                async with asyncio.timeout(0.1) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer", inner.expired(), outer.expired())
    try:
        async with asyncio.timeout(0.1) as outer:
            async with asyncio.timeout(0.2) as inner:
                await asyncio.sleep(1)
    except TimeoutError:
        print("outer first", inner.expired(), outer.expired())
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("cleanup", asyncio.current_task().cancelling())
                raise
    except TimeoutError:
        print("end", asyncio.current_task().cancelling())


asyncio.run(main())

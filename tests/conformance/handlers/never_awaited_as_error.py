import asyncio
import warnings


async def forgotten():
    pass


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten()
        c = forgotten()
        del c
        asyncio.create_task(forgotten())
        await asyncio.sleep(0)
    for w in caught:
        print(w.category.__name__, w.message)


asyncio.run(main())

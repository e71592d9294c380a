import asyncio


async def f(n, fail=False):
    await asyncio.sleep(n / 10)
    if fail:
        raise ValueError(n)
    return n


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def make(*specs):
    return [asyncio.create_task(f(n, bad), name=f"t{n}") for n, bad in specs]


async def main():
    ts = make((1, False), (2, True), (3, False))
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(ts)
    print(names(done), names(pending))
    print([repr(t.exception()) for t in ts])
    ts = make((1, False), (3, False))
    done, pending = await asyncio.wait(ts, timeout=0.2)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(ts, timeout=0)
    print(names(done), names(pending))
    await asyncio.wait(pending)


asyncio.run(main())

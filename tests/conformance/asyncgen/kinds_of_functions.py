import inspect


async def agen():
    yield 1


async def coroutine():
    pass


def generator():
    yield


def function():
    pass


class A:
    async def method(self):
        yield 1


ASYNC_GENERATOR, COROUTINE, GENERATOR = 0x200, 0x80, 0x20
for f in (agen, coroutine, generator, function, A.method, A().method, lambda: (yield)):
    flags = f.__code__.co_flags
    print(
        inspect.isasyncgenfunction(f),
        inspect.iscoroutinefunction(f),
        inspect.isgeneratorfunction(f),
        [bool(flags & bit) for bit in (ASYNC_GENERATOR, COROUTINE, GENERATOR)],
    )

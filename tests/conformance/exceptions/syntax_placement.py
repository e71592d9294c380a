# needs: 3.13
def attempt(source):
    try:
        compile(source, "<attempt>", "exec")
    except SyntaxError as error:
        place = error.lineno, error.offset, error.end_lineno, error.end_offset
        print(f"{source!r}\n    {type(error).__name__}: {error.msg} {place}")
    else:
        print(f"{source!r} is fine")


for source in (
    'return 5',
    'class A:\n    return 5',
    'yield 1',
    'class A:\n    x = yield',
    'await x',
    'def f():\n    await x',
    'async def f():\n    lambda: await x',
    'break',
    'continue',
    'if x:\n    break',
    'for x in y:\n    pass\nelse:\n    break',
    'while x:\n    def f():\n        break',
    'for x in y:\n    class A:\n        continue',
    'def f():\n    async with a:\n        pass',
    'def f():\n    async for x in y:\n        pass',
    'async with a: pass',
    'def f():\n    return [await x for x in y]',
    'def f():\n    return [x async for x in y]',
    'def f():\n    return (x async for x in y)',
    '[await x for x in y]',
    'async def f():\n    yield 1\n    return 2',
    'async def f():\n    yield from g()',
    'def f():\n    return [(yield x) for x in y]',
    '(yield x for x in y)',
    'nonlocal x',
    'def f():\n    nonlocal x',
    'def f():\n    x = 1\n    global x',
    'def f():\n    print(x)\n    global x',
    'def f(x):\n    global x',
    'def f(x):\n    nonlocal x',
    'def f():\n    x: int\n    global x',
    'def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x',
    'x = 1\nglobal x',
    'class A:\n    x = 1\n    def f(self):\n        nonlocal x',
    'def f():\n    global x\n    x: int = 1',
    'def f():\n    from os import *',
    'class A:\n    from os import *',
    'x = 1\nfrom __future__ import annotations',
    'lambda a, a: 1',
    'def f(a, *, a): pass',
    'f(a=1, b=2, a=3)',
    'try:\n    pass\nexcept* A:\n    return',
    'for x in y:\n    try:\n        pass\n    except* A:\n        break',
    'a, *b, *c = x',
    '[*a, *b] = c',
    'for *a in b: pass',
):
    attempt(source)

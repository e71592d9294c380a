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
    'async def main()\n    pass',
    'while True\n    pass',
    'if x\n    pass',
    'class A\n    pass',
    'for i in range(3)\n    pass',
    'def f()\n    pass',
    'try\n    pass',
    'with a as b\n    pass',
    'match x\n    case 1: pass',
    'match x:\n    case 1\n        pass',
    'if x:\n    pass\nelse\n    pass',
    'if x:\n    pass\nelse if y:\n    pass',
    'elseif y:\n    pass',
    'else:\n    pass',
    'elif x:\n    pass',
    'except ValueError:\n    pass',
    'try:\n    x = 1\nprint(x)',
    'try:\n    pass\n',
    'try:\n    pass\nexcept A, B:\n    pass',
    'try:\n    pass\nexcept A:\n    pass\nexcept* B:\n    pass',
    'try:\n    pass\nexcept:\n    pass\nexcept A:\n    pass',
    'async def main():\nprint()',
    'if True:\nx',
    'if True:\n',
    'for i in x:\nx',
    'while x:\nx',
    'with a:\nx',
    'class A:\nx',
    'try:\nx',
    'try:\n    x\nexcept:\nx',
    'try:\n    x\nfinally:\nx',
    'if x:\n    y\nelse:\nx',
    'match x:\ncase 1: pass',
    'match x:\n    case 1:\n    y',
    'x = 1\n    y = 2',
    'for i in range(3):\n    pass\n  print(i)',
    'def f():\n\tx = 1\n        y = 2',
    '   x = 1',
    'if x: if y: pass',
    'async x = 5',
    'async with a: pass',
    '@\ndef f(): pass',
    'x = 1\nif x == 1 then:\n    pass',
    'do:\n    x',
    'switch x:\n    pass',
):
    attempt(source)

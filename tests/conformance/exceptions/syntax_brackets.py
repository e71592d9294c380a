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
    'print("a"\nprint("b")',
    'x = [1, 2\ny = 3',
    'x = {1: 2\ny = 3\n',
    'f(a, b',
    'x = (1 +\n',
    'print("a"))',
    'x = (1, 2]',
    'x = [(1, 2]',
    'x = {\n    1: 2,\n    3: 4)',
    'f(a b)',
    '[1 2]',
    '{1: 2 3: 4}',
    "d = {'a': 1 'b': 2}",
    "d = {'a': 1, 'b' 2}",
    '{1: 2, 3}',
    '{1:}',
    '{**a, b}',
    '{1: *a}',
    'f(a, b c, d)',
    'foo(\n    a,\n    b\n    c\n)',
    'x[1 2]',
    'x y',
    'return x y',
    "print(a 'b')",
    'f(_ b)',
    'f(x for x in y, 1)',
    'f(a=1, b)',
    'f(**a, b)',
    'f(**a, *b)',
    'f(1=2)',
    'f(a.b=1)',
    'f(True=1)',
    'f(a=)',
    'f(a=1, a=2)',
    'f(*)',
    'f(**)',
    '[x, y for x in z]',
    '[*x for x in y]',
    '{**x for x in y}',
    '(*x)',
    '(**x)',
    '[x for x y]',
    '[x for 1 in y]',
    '(a = 1)',
    'x = [a = 1]',
    'print(x',
    'if (a == 1 {\n',
    'x = (\n    1,\n    2\n\nprint(x)\n',
):
    attempt(source)

# needs: 3.13
def attempt(code):
    try:
        exec(code, {})
    except Exception as error:
        print(f"{code}: {type(error).__name__}: {error}")


for code in (
    "len()", "len(1, 2)", "len(x=1)", "abs()", "chr(1, 2)", "ord()", "repr()", "callable()",
    "isinstance(1)", "issubclass(int)", "hasattr(1)", "setattr(1, 'a')", "getattr(1)",
    "next()", "iter()", "print(1, foo=2)",
    "[].append()", "[].append(1, 2)", "[].append(x=1)", "[].pop(1, 2)", "[].clear(1)", "[].index()",
    "[].extend()", "{}.get()", "{}.pop()", "{}.keys(1)", "{}.setdefault()", "set().add()", "set().add(1, 2)",
    "'a'.upper(1)", "'a'.isdigit(1)", "'a'.join()", "(1, 2).count()",
    "[].remove(3)", "[].index(3)", "['a'].index('b')",
    "','.join([1])", "','.join(['a', None])", "','.join(5)", "','.join(x for x in (1, 2))",
    "'a' in 5", "1 in None", "1 in 2.5", "'a' * 2.5", "[1] * 'a'", "(1,) * None", "2.5 * 'a'", "'a' * 'b'",
    "b'a' + 'b'", "object().x = 1", "(5).x = 1", "'a'.x = 1", "[].x = 1", "None.x = 1", "(5).x",
    "class A:\n    __slots__ = ('a',)\nA().b = 1", "class A:\n    __slots__ = ('a',)\nA().b",
    "round('x')", "type('X', (int, str), {})",
):
    attempt(code)

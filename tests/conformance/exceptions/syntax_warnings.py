# needs: 3.13
import warnings

for source in (
    r"'\d'",
    r"b'\d'",
    r"r'\d'",
    r"'\n\d\s'",
    r"'\8'",
    r"'\477'",
    r"f'\d{x}\s'",
    "x = 1\ny = 2, '\\ '\n",
    "'''a\nb\\c'''",
    "x is 5",
    "x is not 'a'",
    "5 is x",
    "x is ()",
    "x is -1",
    "x is None",
    "x is True",
    "x is ...",
    "x == 1 is 2",
    "x is y is 5",
    "5()",
    "'a'(1)",
    "None()",
    "(1, 2)(3)",
    "[1](2)",
    "{}()",
    "{1: 2}(3)",
    "{1}(2)",
    "f'{x}'()",
    "(lambda: 1)()",
    "[[1, 2] [3, 4]]",
    "[(1, 2) (3, 4)]",
    "None[0]",
    "5[0]",
    "{1}[0]",
    "(x for x in y)[0]",
    "'abc'['a']",
    "'abc'[0]",
    "[1, 2][1.5]",
    "(1, 2)['a']",
    "{}['a']",
    "assert (x, 'text')",
    "assert ()",
    "assert x, 'text'",
    "if x:\n    pass\nelif x is 5:\n    pass",
):
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("always")
        compile(source, "<attempt>", "exec")
    print(repr(source), [(w.category.__name__, str(w.message), w.filename, w.lineno) for w in given])

with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ("x = 1\nx is 5", r"'\d'", "assert (x, 1)"):
        try:
            compile(source, "<attempt>", "exec")
        except SyntaxError as error:
            print(repr(source), error.msg, error.lineno, error.offset)

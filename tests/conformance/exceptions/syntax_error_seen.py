# needs: 3.13
import ast
import pathlib
import sys
import tempfile
import traceback

# What a program sees of a module that is none.
with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    for name, source in (
        ("no_colon", "def f()\n    pass\n"),
        ("no_block", "x = 1\nif x:\ny = 2\n"),
        ("no_function", "x = 1\n\nreturn x\n"),
        ("tabs", "if x:\n\ty\n        z\n"),
    ):
        pathlib.Path(folder, f"{name}.py").write_text(source)
        try:
            __import__(name)
        except SyntaxError as error:
            print(type(error).__name__, error.msg, pathlib.Path(error.filename).name, error.lineno, error.offset)
            print(repr(error.text), str(error), len(error.args))

for attempt in (
    lambda: eval("1 +"),
    lambda: eval("x = 1"),
    lambda: exec("for x in y\n    pass"),
    lambda: compile("f(", "<source>", "exec"),
    lambda: compile("a b", "<source>", "eval"),
    lambda: compile("x = (1", "<source>", "single"),
):
    try:
        attempt()
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)), end="")

for source in ("x = = 1", "def f(:\n    pass"):
    try:
        ast.parse(source)
    except SyntaxError as error:
        print(error.msg, error.filename, error.lineno, error.offset)

exec("print('last')\nprint 'words'")

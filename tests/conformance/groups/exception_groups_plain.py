import os
import traceback


def show(eg):
    print(type(eg).__name__, "|", eg, "|", eg.exceptions)


eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [TypeError(2), ValueError(3)])])
show(eg)
match, rest = eg.split(ValueError)
show(match)
show(rest)
print(eg.subgroup(KeyError))
show(BaseExceptionGroup("all plain", [ValueError()]))
show(BaseExceptionGroup("not plain", [KeyboardInterrupt()]))
for args in (("x", []), ("x", [KeyboardInterrupt()]), (5, [ValueError()]), ("x", [3]), ("x",)):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    try:
        raise eg
    except* TypeError as t:
        show(t)
        raise KeyError("new")
except BaseExceptionGroup as final:
    show(final)
try:
    raise ValueError("bare")
except* ValueError as e:
    show(e)
print("".join(traceback.format_exception(eg)).replace(os.path.abspath(__file__), "FILE"), end="")

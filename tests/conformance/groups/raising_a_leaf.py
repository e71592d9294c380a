def f():
    try: raise ExceptionGroup("x", [TypeError(2)])
    except* TypeError as e: raise e.exceptions[0]
def g():
    try: raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* TypeError as e: raise e.exceptions[0]
def h():
    try: raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* TypeError as e: raise KeyError from e.exceptions[0]
for x in (f, g, h):
    try: x()
    except BaseException as e: print(repr(e), repr(e.__context__))

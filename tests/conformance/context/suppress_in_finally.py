import contextlib
def f():
    try:
        with contextlib.suppress(ValueError):
            raise ValueError(1)
    finally:
        print("finally")
        raise KeyError(2)
try: f()
except KeyError as e: print(repr(e), repr(e.__context__))

import gc
class N:
    def __del__(self): print("del")
def f(E):
    n = N()
    try: raise E
    except BaseException as e: keep = e
for E in (ValueError, KeyError, OSError, TimeoutError, ConnectionError, StopIteration, SystemExit, ImportError, SyntaxError, AttributeError, NameError, KeyboardInterrupt, UnicodeError):
    print(E.__name__); f(E); gc.collect()
print("end")

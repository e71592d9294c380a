import sys
class CM:
    def __enter__(self): return self
    def __exit__(self, et, e, tb): return False
for i in range(2):
    try:
        with CM(): int("x")
    except ValueError as e: print(repr(e.__context__))
print(sys.exception())

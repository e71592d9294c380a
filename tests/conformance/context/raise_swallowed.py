class S:
    def __enter__(self): return self
    def __exit__(self, *a): return True
def one():
    with S():
        raise ValueError
    raise KeyError(1)
try: one()
except KeyError as e: print(repr(e))

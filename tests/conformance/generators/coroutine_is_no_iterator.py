async def c():
    return 1
for f in (next, iter, list):
    x = c()
    try:
        print(f(x))
    except (TypeError, StopIteration) as e:
        print(f.__name__, repr(e))
    x.close()
print(hasattr(x, "__next__"), hasattr(x, "__iter__"))

def g():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("caught", e)
        yield "after"
    except GeneratorExit:
        print("closed")
        raise
    finally:
        print("finally")


x = g()
next(x)
x.close()
x = g()
next(x)
print(x.throw(ValueError("v")))
print(next(x, "exhausted"))
x = g()
next(x)
del x
print("deleted")
x = g()
x.close()
print("never started")
try:
    x = g()
    next(x)
    x.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))

def f(n):
    if n == 0:
        raise LookupError("bottom")
    f(n - 1)


print("before")
f(2)

def averager():
    total = count = 0
    average = None
    while True:
        x = yield average
        total += x
        count += 1
        average = total / count


def flatten(xs):
    for x in xs:
        if isinstance(x, list):
            yield from flatten(x)
        else:
            yield x


def returns():
    got = yield 1
    return f"returned {got}"


def delegates():
    print((yield from returns()))


a = averager()
next(a)
print([a.send(x) for x in (10, 20, 60)])
a.close()
print(list(flatten([1, [2, [3, 4]], 5])))
d = delegates()
print(next(d))
try:
    d.send("value")
except StopIteration as e:
    print("stopped", e.value)
g = (x * x for x in range(3))
print(next(g), list(g), list(g))
try:
    averager().send(5)
except TypeError as e:
    print(e)

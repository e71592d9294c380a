import inspect
import types


class Suspend:
    def __await__(self):
        got = yield "suspended"
        return got


async def inner():
    print("inner got", await Suspend())
    return "inner result"


async def outer():
    return await inner(), await Suspend()


c = outer()
print(inspect.getcoroutinestate(c))
print(c.send(None), inspect.getcoroutinestate(c))
print(c.cr_await.__name__, c.cr_running)
print(c.send("first"))
try:
    c.send("second")
except StopIteration as e:
    print(e.value)
print(inspect.getcoroutinestate(c))
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = outer()
c.send(None)
try:
    c.throw(ValueError("thrown"))
except ValueError as e:
    print("out came", e)
c = outer()
try:
    c.send(5)
except TypeError as e:
    print(e)
c.close()


@types.coroutine
def old_style():
    x = yield "old"
    return x


async def uses():
    return await old_style()


c = uses()
print(c.send(None))
try:
    c.send(7)
except StopIteration as e:
    print(e.value)

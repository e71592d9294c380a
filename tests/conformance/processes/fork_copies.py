"""A child has copies of all that its parent had: class attributes, closures, defaults, locks, cached results."""
import abc
import functools
import multiprocessing as mp
import threading
from collections import Counter, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y")


class Registered:
    known = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Registered.known.append(cls.__name__)


class Shape(Registered, abc.ABC):
    made = 0

    def __init__(self):
        type(self).made += 1

    @abc.abstractmethod
    def area(self):
        return 0


class Square(Shape):
    __slots__ = ("side",)

    def __init__(self, side):
        super().__init__()
        self.side = side

    def area(self):
        return super().area() + self.side ** 2

    @property
    def double(self):
        return 2 * self.side

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def name():
        return "square"


class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.entries = []

    def add(self, amount):
        with self.lock:
            self.entries.append(amount)


def counting():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        wrapper.calls += 1
        return function(*args)

    wrapper.calls = 0
    return wrapper


@logged
def add(item, to=[]):
    to.append(item)
    return to


@functools.lru_cache
def square(x):
    return x * x


step = counting()
account = Account()
shapes = {"one": Square.unit()}
counts, groups, line = Counter("abca"), defaultdict(list, {"a": [1]}), deque([1, 2], maxlen=2)
points = {Point(1, 2), Point(3, 4)}
cycle = [1]
cycle.append(cycle)


def show(who):
    print(who, Registered.known, Shape.made, Square.made, step.__closure__[0].cell_contents, account.entries,
          account.lock.locked(), add.calls, add.__wrapped__.__defaults__, square.cache_info().currsize)
    print(who, sorted(shapes), counts.most_common(1), dict(groups), line, sorted(points), cycle[1] is cycle, len(cycle))


def child():
    class Circle(Shape):
        def area(self):
            return 3

    shapes["two"] = Square(4)
    print([shape.area() for shape in shapes.values()], Square(3).double, Square.name(), Circle().area())
    print(isinstance(shapes["one"], Shape), issubclass(Square, Registered), Square.__mro__[1] is Shape)
    try:
        Shape()
    except TypeError as error:
        print("abstract", "area" in str(error))
    step(), step()
    account.add(7)
    add("child")
    square(2), square(3)
    counts["b"] += 5
    groups["b"].append(2)
    line.append(3)
    points.add(Point(5, 6))
    cycle.append(2)
    show("child")


if __name__ == "__main__":
    step()
    add("parent")
    account.lock.acquire()
    account.lock.release()
    show("before")
    for _ in range(2):
        process = mp.Process(target=child)
        process.start()
        process.join()
        print("exit", process.exitcode)
    show("after")

    def local():
        step()
        shapes.clear()
        print("local", step())

    process = mp.Process(target=local)
    process.start()
    process.join()
    print(len(shapes), step())

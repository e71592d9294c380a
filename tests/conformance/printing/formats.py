import datetime
import json
import pprint
import textwrap
from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: float = 1.5


class Colour(Enum):
    RED = 1


print(f"{3.14159:.2f} {42:>6} {42:<6}| {42:^6} {1234567:,} {255:#x} {0.5:.0%} {'s':*^5} {Point(1)!r} {Colour.RED} {Colour.RED!r}")
print("%s %5.1f %d %r" % ("a", 2.25, 3, "q"), "{} {name}".format(1, name="n"))
x = 5
print(f"{x=} {x!r:>4} {x + 1 = }")
pprint.pprint({"list": list(range(30)), "nested": {"a": "b" * 40, "c": ["d" * 40]}})
print(json.dumps({"a": [1, None, True], "b": "é"}, indent=1))
print(textwrap.dedent("  two\n  lines"))
print(datetime.timedelta(seconds=3661.5), datetime.datetime(2024, 2, 29, 12, 30).isoformat())
print([1, "a", (1,), {1: 2}, {3}, b"x", range(3), slice(1, 2)], ..., NotImplemented)

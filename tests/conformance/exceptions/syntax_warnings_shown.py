# needs: 3.13
import re


def check(x):
    assert (x, "never fails")
    if x is 5:
        print("five")
    return re.match("\d+", "12")


print(check(5))
try:
    print("forgotten" (1))
except TypeError as error:
    print(error)

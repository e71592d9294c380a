# needs: 3.13
import random

for code in (
    "1 / 0", "1 // 0", "1 % 0", "divmod(1, 0)", "True // False", "True % False", "True / False",
    "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0)", "1 / 0.0", "1 // 0.0", "1 % 0.0", "divmod(1, 0.0)",
    "1j / 0", "0 ** -1", "0.0 ** -1", "int(float('nan'))", "int(float('inf'))",
    "1 // 'a'", "'a' // 1", "1.0 % 'a'", "7 // 2, -7 // 2, 7 % -2, 7.5 // 2, 7.5 % 2, divmod(7, 2), divmod(7.5, 2)",
    "random.randint(5, 1)", "random.choice([])",
):
    try:
        print(code, "=", eval(code))
    except Exception as error:
        print(f"{code}: {error!s}")

x = 10
try:
    x //= 0
except ZeroDivisionError as error:
    print(error)
try:
    x %= 0
except ZeroDivisionError as error:
    print(error)
for values in ([1], [1, 2, 3], (1, 2, 3), "abc", {1, 2, 3}, {1: 2, 3: 4, 5: 6}):
    try:
        a, b = values
    except ValueError as error:
        print(error)


class Own(int):
    def __floordiv__(self, other):
        return "own"

    def __rmod__(self, other):
        return "own from the right"


print(Own(1) // 0, 5 % Own(0))

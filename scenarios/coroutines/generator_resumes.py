# title: A generator resumes where it stopped
# concept: a function that can be suspended
# chapter: Coroutines
# order: 3
# course: 4
# python: 3.0+
# ends: returns
# claims:
#   takes 0 s
#   prints "----- begin -----" 1 time
#   prints "a value from the generator" 2 times
#   prints 4 lines
# note [made]: Nothing is printed here: calling a generator function only makes the generator.
# note [stop]: Here it stops, in the middle of an endless loop, and keeps its variables.
# lesson: The first next() runs the generator up to its yield. The second one does not begin
#   again at the top: it goes on behind the yield, goes round the loop, and stops at the same
#   yield. That is why the line "begin" is printed only once.
#
#   A generator is thus a function that can be suspended and resumed. Whoever calls next()
#   decides when. Put several of them in a list and call next() on each in turn, and you have
#   the beginnings of an event loop.
#
#   Try: call next() a third time. Does "begin" appear again?


def values():
    print("----- begin -----")
    while True:
        yield "a value from the generator"  # [stop]


generator = values()  # [made]
print(next(generator))
print("*" * 20)
print(next(generator))

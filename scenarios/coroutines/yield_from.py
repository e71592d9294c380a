# title: yield from
# concept: a generator passes on what another one yields
# chapter: Coroutines
# order: 4
# course: 3
# python: 3.3+
# ends: returns
# claims:
#   takes 0 s
#   prints exactly "1", "3", "4", "2"
# note [delegate]: As long as inner has something to yield, it goes straight to the for loop;
#   outer stands still in this line.
# lesson: A generator runs until its next yield and stops there. With yield from it hands the
#   whole conversation over to another generator: the for loop below gets 3 and 4 from inner,
#   although it only knows outer.
#
#   Remember this picture. An await does the very same thing: when a coroutine awaits another
#   one and the innermost suspends, the whole chain stands still, each in its line of await.
#
#   Try: let inner return "done", and write result = yield from inner(). Where does it end up?


def outer():
    yield 1
    yield from inner()  # [delegate]
    yield 2


def inner():
    yield 3
    yield 4


for item in outer():
    print(item)

# title: Two plain functions
# concept: what a coroutine is not
# chapter: Coroutines
# order: 1
# course: 1
# python: 3.0+
# ends: returns
# claims:
#   takes 0 s
#   0 tasks
#   prints exactly "first: one", "first: two", "second: three", "second: four"
# note [whole]: A call runs the function from its first line to its last. Nothing comes in between.
# lesson: Two plain functions are called, one after the other. The second one has to wait until
#   the first has come to its end: a call cannot be suspended in the middle.
#
#   A coroutine is what you get when a function may stop half way, let somebody else run, and go
#   on later where it stopped. The scenarios of this chapter get there in small steps.
#
#   Watch: there is no event loop here and no task, just the program's own thread. Try: can you
#   get the lines one, three, two, four without tearing the functions apart?


def first():
    print("first: one")
    print("first: two")


def second():
    print("second: three")
    print("second: four")


first()  # [whole]
second()

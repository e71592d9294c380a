# title: Switching by hand
# concept: two functions hand control to one another
# chapter: Coroutines
# order: 2
# course: 2
# python: 3.6+
# ends: returns
# claims:
#   takes 0 s
#   0 tasks
#   prints exactly "1", "3", "2", "4", "main: back again"
# note [to-second]: Steps 2 and 3: first stands still here, and second begins.
# note [to-first]: Steps 4 and 5: second stands still here, and first goes on after its switch.
# note [again]: Steps 6 and 7: back to second, which goes on where it stood. Nobody ever comes
#   back to this line.
# note [over]: A greenlet that comes to its end hands control back to the main program.
# lesson: A greenlet is a function that can be left in the middle and entered again there. The
#   library of that name does it in C; ours gives each function a thread and lets only the one
#   run whose turn it is. What you see is the same.
#
#   Follow the eight steps: main starts first, first prints 1 and switches to second, which
#   prints 3 and switches back, and so on. Every switch names its target: the program itself
#   decides who runs next. An event loop takes this decision off your hands.
#
#   Try: put a print(5) at the end of first. It never comes to it; let second switch to first
#   once more at its end, and it does.

import threading


class Greenlet:
    """A function that runs only while it is its turn."""

    def __init__(self, function=None):
        self.function = function
        self.turn = threading.Semaphore(0)
        self.thread = None

    def switch(self):
        """Lets this one run; whoever asked for it stands still until it is switched to."""
        global current
        previous, current = current, self
        if self.thread is None and self.function is not None:
            self.thread = threading.Thread(target=self.run, daemon=True)
            self.thread.start()
        self.turn.release()
        previous.turn.acquire()

    def run(self):
        global current
        self.turn.acquire()
        self.function()
        current = main
        main.turn.release()  # [over]


main = current = Greenlet()


def first():
    print(1)
    two.switch()  # [to-second]
    print(2)
    two.switch()  # [again]


def second():
    print(3)
    one.switch()  # [to-first]
    print(4)


one = Greenlet(first)
two = Greenlet(second)
one.switch()
print("main: back again")

# title: Taking turns with yield
# concept: coroutines from generators
# chapter: Coroutines
# order: 5
# course: 5
# python: 3.0+
# ends: never
# claims:
#   0 tasks
#   prints "----- B -----", "----- A -----", "----- B -----", "----- A -----"
# note [hand-over]: A stands still here until B asks for it again.
# note [blocks]: This sleep belongs to the one thread there is: B waits too.
# lesson: A is a generator, B calls it. B prints, hands over to A, A prints and hands back: two
#   endless loops in one thread take turns, and neither of them ever ends. The program goes on
#   until you stop it (Ctrl+C under python3).
#
#   Two things are missing from real concurrency. B has to know A by name, and when A sleeps,
#   B sleeps as well, since time.sleep holds up the whole thread. An event loop with
#   asyncio.sleep cures both.
#
#   Watch: half a second passes between two rounds, and it passes as blocked time. Try: add a
#   third player C to the game. How many places do you have to change?

import time


def player_a():
    while True:
        print("----- A -----")
        yield  # [hand-over]
        time.sleep(0.5)  # [blocks]


def player_b(other):
    while True:
        print("----- B -----")
        next(other)


player_b(player_a())

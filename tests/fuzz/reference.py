"""CPython's own event loop on a virtual clock: `python3 reference.py BATCH DRAW` runs a batch of programs on it.

The clock creeps by 0.1 µs at every reading and jumps when all is idle. A wait is rounded up to whole milliseconds, as
`epoll` does, so that all timers due by then fire in one iteration; the clock then stands a little past the last of them,
because waking up takes the machine some time.

DRAW seeds what differs between two runs under CPython: how long waking up takes, and the hashes of tasks, which decide
the order of a set of them. In draw 0 every wait is late by the same 2 µs. What a program prints in all of several draws
depends on neither.
"""

import asyncio
import gc
import math
import os
import random
import runpy
import sys

CREEP = 100
MILLISECOND = 1_000_000
# How late a timed wait ends: always by far more than a reading of the clock, so who slept once is before who slept twice.
LEAST_LATENCY = 2_000
USUAL_LATENCY = (30_000, 400_000)


# As `loopscope run` ends where nothing is ready and nothing will be.
DEADLOCK = 3


def end(code):
    """Ends here and now: nothing that was left behind runs or says a word any more."""
    sys.stdout.flush()
    os._exit(code)


class VirtualSelector:
    """Stands between the loop and its selector: waiting moves the clock and takes no time."""

    def __init__(self, selector, loop):
        self._selector = selector
        self._loop = loop

    def __getattr__(self, name):
        return getattr(self._selector, name)

    def select(self, timeout=None):
        """What is ready; if nothing is, the clock has moved to the end of the wait."""
        ready = self._selector.select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            end(DEADLOCK)
        self._loop.wait(timeout)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Everything is CPython's but the time."""

    def __init__(self, draw):
        self._now = 0
        self._draw = draw
        self._random = random.Random(draw)
        super().__init__()
        self._selector = VirtualSelector(self._selector, self)
        self.set_task_factory(self.make_task)

    def time(self):
        self._now += CREEP
        return self._now / 1e9

    def wait(self, timeout):
        """Moves to the last deadline that a wait of whole milliseconds reaches."""
        end = self._now + math.ceil(round(timeout * 1e9) / MILLISECOND) * MILLISECOND
        due = [round(handle._when * 1e9) for handle in self._scheduled]
        self._now = max(self._now, max(when for when in due if when <= end)) + self.latency()

    def latency(self):
        """How late a wait ends in this draw."""
        return self._random.randint(*USUAL_LATENCY) if self._draw else LEAST_LATENCY

    def make_task(self, loop, coro, **options):
        """A task with a hash of its own, in no order."""
        return HashedTask(coro, loop=loop, **options)


class HashedTask(asyncio.Task):
    """Where it comes in a set does not depend on its address."""

    def __init__(self, coro, *, loop, **options):
        self._hash = loop._random.getrandbits(40)
        super().__init__(coro, loop=loop, **options)

    def __hash__(self):
        return self._hash


# Messages name the class.
HashedTask.__name__ = "Task"


if __name__ == "__main__":
    batch, draw = sys.argv[1:]
    # What one program left behind must not speak up while another runs.
    gc.disable()
    runpy.run_path(batch, init_globals={"LOOP": lambda: VirtualLoop(int(draw))}, run_name="__main__")
    end(0)

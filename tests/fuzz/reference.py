"""CPython's own event loop on a virtual clock: `python3 reference.py BATCH HASHES` runs a batch of programs on it.

The clock creeps by 0.1 µs at every reading and jumps when all is idle. A wait is rounded up to whole milliseconds, as
`epoll` does, so that all timers due by then fire in one iteration; the clock then stands at the last of them.

HASHES seeds the hashes of tasks. What a program prints in the order of a set of tasks depends on addresses under
CPython; a program that prints the same with several seeds does not.
"""

import asyncio
import math
import random
import runpy
import sys

CREEP = 100
MILLISECOND = 1_000_000


class Deadlock(Exception):
    """Nothing is ready, and nothing will be."""


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
            raise Deadlock
        self._loop.wait(timeout)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Everything is CPython's but the time."""

    def __init__(self, hashes):
        self._now = 0
        self._hashes = random.Random(hashes)
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
        self._now = max(self._now, max(when for when in due if when <= end))

    def make_task(self, loop, coro, **options):
        """A task with a hash of its own, in no order."""
        task = HashedTask(coro, loop=loop, **options)
        return task


class HashedTask(asyncio.Task):
    """Where it comes in a set does not depend on its address."""

    def __init__(self, coro, *, loop, **options):
        self._hash = loop._hashes.getrandbits(40)
        super().__init__(coro, loop=loop, **options)

    def __hash__(self):
        return self._hash


# Messages name the class.
HashedTask.__name__ = "Task"


if __name__ == "__main__":
    batch, hashes = sys.argv[1:]
    runpy.run_path(batch, init_globals={"LOOP": lambda: VirtualLoop(int(hashes))}, run_name="__main__")

"""Semaphores that simulated processes share: what `multiprocessing` calls `_multiprocessing`.

A fork copies the object and not the semaphore: how often a process holds it, it knows for itself.
"""

import _process
import _thread
import itertools
import time

RECURSIVE_MUTEX, SEMAPHORE = range(2)

# Others find a semaphore by its handle.
_handles = itertools.count(1)
_shared = {}


class _Semaphore:
    """The semaphore itself, which is the same for all. Forks do not copy it, because it is no program's."""

    __slots__ = ('value', 'waiting')

    def __init__(self, value):
        self.value = value
        self.waiting = []

    def __reduce_ex__(self, protocol):
        return 'the same in every process'

    def take(self, timeout):
        """Waits until the value is above 0, at most so long; takes one."""
        deadline = None if timeout is None else time.monotonic() + timeout
        while not self.value:
            left = -1 if deadline is None else deadline - time.monotonic()
            if deadline is not None and left <= 0:
                return False
            lock = _thread.allocate_lock()
            lock.acquire()
            self.waiting.append(lock)
            try:
                lock.acquire(True, left)
            finally:
                if lock in self.waiting:
                    self.waiting.remove(lock)
        self.value -= 1
        return True

    def give(self):
        self.value += 1
        for lock in self.waiting:
            lock.release()
        self.waiting.clear()


class SemLock:
    SEM_VALUE_MAX = 2_147_483_647

    def __init__(self, kind, value, maxvalue, name, unlink):
        self._semaphore = _Semaphore(value)
        self._set(next(_handles), kind, maxvalue, None if unlink else name)
        _shared[self.handle] = self._semaphore

    def _set(self, handle, kind, maxvalue, name):
        self.handle, self.kind, self.maxvalue, self.name = handle, kind, maxvalue, name
        self._held, self._holder = 0, None

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name):
        new = cls.__new__(cls)
        new._semaphore = _shared[handle]
        new._set(handle, kind, maxvalue, name)
        return new

    def acquire(self, block=True, timeout=None):
        if self.kind == RECURSIVE_MUTEX and self._is_mine():
            self._held += 1
            return True
        _process.give_way()
        if not block:
            timeout = 0.0
        elif timeout is not None:
            timeout = max(timeout, 0.0)
        if not self._semaphore.take(timeout):
            return False
        self._held += 1
        self._holder = _thread.get_ident()
        return True

    def release(self):
        if self.kind == RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError('attempt to release recursive lock not owned by thread')
            if self._held > 1:
                self._held -= 1
                return
        elif self._semaphore.value >= self.maxvalue:
            raise ValueError('semaphore or lock released too many times')
        self._held -= 1
        self._semaphore.give()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()

    def _count(self):
        return self._held

    def _is_mine(self):
        return self._held > 0 and self._holder == _thread.get_ident()

    def _get_value(self):
        return self._semaphore.value

    def _is_zero(self):
        return not self._semaphore.value

    def _after_fork(self):
        self._held = 0


def sem_unlink(name):
    """A name is nothing here; semaphores are found by their handles."""

"""Pipes between simulated processes, known by file descriptors as under an operating system.

A fork holds every end that its parent has open, too, so a reader sees the end of a pipe when the last process
that could write has closed it or is over. A pipe takes so much and no more: who writes waits for the readers.
"""

import _thread
import collections
import itertools
import time

from _loopscope_process import current

# Linux's figures: of a pipe, and of a pair of sockets.
PIPE_SIZE, SOCKET_SIZE = 65_536, 219_264

# What a message costs besides itself.
_HEADER = 4

# Above the machine's own, so that one is never taken for the other.
_descriptors = itertools.count(1_000)


class Channel:
    """One direction of a pipe."""

    def __init__(self, size):
        self.messages = collections.deque()
        self.readers = self.writers = 1
        self._room = size
        self._waiting = []

    def is_ready(self):
        """Whether there is something to read, be it the end."""
        return bool(self.messages) or not self.writers

    def write(self, message):
        if not self.readers:
            raise BrokenPipeError(32, 'Broken pipe')
        self.messages.append(message)
        self._room -= len(message) + _HEADER
        self.wake()
        while self._room < 0 and self.readers:
            _wait_for([self], None)

    def read(self):
        while not self.messages:
            if not self.writers:
                raise EOFError
            _wait_for([self], None)
        message = self.messages.popleft()
        self._room += len(message) + _HEADER
        self.wake()
        return message

    def wake(self):
        waiting, self._waiting = self._waiting, []
        for lock in waiting:
            if lock.locked():
                lock.release()

    def await_with(self, lock):
        self._waiting.append(lock)

    def forget(self, lock):
        if lock in self._waiting:
            self._waiting.remove(lock)


class End:
    """One end of a pipe, which any number of processes hold."""

    def __reduce_ex__(self, protocol):
        return 'the same in every process'

    def __init__(self, incoming, outgoing):
        self.incoming, self.outgoing = incoming, outgoing
        self._holders = 1

    def held(self):
        self._holders += 1
        return self

    def let_go(self):
        self._holders -= 1
        if not self._holders:
            if self.incoming:
                self.incoming.readers = 0
                self.incoming.wake()
            if self.outgoing:
                self.outgoing.writers = 0
                self.outgoing.wake()


def _wait_for(channels, timeout):
    """Waits until something happens to one of the channels."""
    lock = _thread.allocate_lock()
    lock.acquire()
    for channel in channels:
        channel.await_with(lock)
    try:
        return lock.acquire(True, -1 if timeout is None else timeout)
    finally:
        for channel in channels:
            channel.forget(lock)


def attach(end):
    """A file descriptor of the running process for an end."""
    descriptor = next(_descriptors)
    current().ends[descriptor] = end
    return descriptor


def pipe():
    """File descriptors to read from and to write to."""
    channel = Channel(PIPE_SIZE)
    return attach(End(channel, None)), attach(End(None, channel))


def socket_pair():
    ends = pair_of_ends()
    return tuple(map(attach, ends))


def pair_of_ends():
    there, back = Channel(SOCKET_SIZE), Channel(SOCKET_SIZE)
    return End(back, there), End(there, back)


def end_of(descriptor):
    try:
        return current().ends[descriptor]
    except KeyError:
        raise OSError(9, 'Bad file descriptor') from None


def duplicate(descriptor):
    return attach(end_of(descriptor).held())


def close(descriptor):
    if current().exitcode is not None:
        # What is left of a process that is over has nothing open.
        return
    end_of(descriptor).let_go()
    del current().ends[descriptor]


def wait(channels, timeout=None):
    """Waits until one of the channels has something to read; says which do."""
    deadline = None if timeout is None else time.monotonic() + timeout
    while True:
        ready = [channel for channel in channels if channel.is_ready()]
        if ready:
            return ready
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0 or not _wait_for(channels, left):
            return [channel for channel in channels if channel.is_ready()]

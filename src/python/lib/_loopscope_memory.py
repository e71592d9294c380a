"""What simulated processes hand each other besides messages: memory that they share, and ends of pipes."""

import itertools

import _loopscope_pipe as pipes

# What was sent, by number.
_sent = {}
_numbers = itertools.count(1)


def install(module):
    """Lets `multiprocessing.reduction` send file descriptors, which are ends of pipes."""
    def duplicate(descriptor):
        launching = module.context.get_spawning_popen()
        if launching is not None:
            return launching.DupFd(launching.duplicate_for_child(descriptor))
        return _Descriptor(descriptor)

    module.DupFd = duplicate


class _Descriptor:
    """An end of a pipe on its way to another process."""

    def __init__(self, descriptor):
        self._number = next(_numbers)
        _sent[self._number] = pipes.end_of(descriptor).held()

    def detach(self):
        return pipes.attach(_sent.pop(self._number))


class Block:
    """Memory that is the same for all processes."""

    def __init__(self, size):
        self._memory = bytearray(max(size, 1))
        self._number = next(_numbers)

    def __reduce__(self):
        _sent[self._number] = self
        return _block, (self._number,)

    def create_memoryview(self):
        return memoryview(self._memory)


def _block(number):
    return _sent[number]

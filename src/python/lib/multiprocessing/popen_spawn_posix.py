"""Starts a simulated process that imports the program anew."""

import io
import sys

import _loopscope_pipe as pipes
import _loopscope_process as processes
from . import popen_fork, spawn
from .context import reduction, set_spawning_popen

__all__ = ['Popen']


class _DupFd:
    """A file descriptor that the child finds under the same number."""

    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


class Popen(popen_fork.Popen):
    method = 'spawn'
    DupFd = _DupFd

    def __init__(self, process_obj):
        self._fds = []
        super().__init__(process_obj)

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd

    def _launch(self, process_obj):
        preparation = spawn.get_preparation_data(process_obj._name)
        pickled = io.BytesIO()
        set_spawning_popen(self)
        try:
            reduction.dump(preparation, pickled)
            reduction.dump(process_obj, pickled)
        finally:
            set_spawning_popen(None)
        pickled.seek(0)
        parent_r, child_w = pipes.pipe()
        child_r, parent_w = pipes.pipe()
        process = processes.spawned([*self._fds, child_r, child_w])

        def body():
            import multiprocessing.popen_fork
            import multiprocessing.spawn
            import multiprocessing.util
            copy = _prepared(multiprocessing, pickled)
            return multiprocessing.popen_fork.bootstrapped(copy, multiprocessing.util, (), child_r)

        self._started(process, process_obj, body, (child_r, child_w), (parent_r, parent_w))


def _prepared(package, pickled):
    """The process object, after the program was imported. All names are the child's."""
    pickle = package.context.reduction.pickle
    running = package.process.current_process()
    running._inheriting = True
    try:
        package.spawn.prepare(pickle.load(pickled))
        return pickle.load(pickled)
    finally:
        del running._inheriting

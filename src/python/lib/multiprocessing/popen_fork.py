"""Starts a simulated process as a copy of the one that runs."""

import atexit
import os
import signal

import _loopscope_pipe as pipes
import _loopscope_process as processes
import _process
from . import util

__all__ = ['Popen']


class Popen:
    method = 'fork'

    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self.finalizer = None
        self._launch(process_obj)

    def duplicate_for_child(self, fd):
        return fd

    def poll(self, flag=os.WNOHANG):
        if self.returncode is None:
            _process.give_way()
            self.returncode = processes.find(self.pid).exitcode
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None and (timeout is None or timeout > 0):
            if timeout is None:
                processes.find(self.pid).wait()
            else:
                pipes.wait([pipes.end_of(self.sentinel).incoming], timeout)
        return self.poll()

    def _send_signal(self, sig):
        if self.poll() is None:
            processes.find(self.pid).signal(sig)

    def terminate(self):
        self._send_signal(signal.SIGTERM)

    def kill(self):
        self._send_signal(signal.SIGKILL)

    def _launch(self, process_obj):
        parent_r, child_w = pipes.pipe()
        child_r, parent_w = pipes.pipe()
        process, copy, module = processes.forked(process_obj, util)

        def body():
            processes.after_fork()
            return bootstrapped(copy, module, (parent_r, parent_w), child_r)

        self._started(process, process_obj, body, (child_r, child_w), (parent_r, parent_w))

    def _started(self, process, process_obj, body, childs, parents):
        """Starts the process; each side closes what is the other's."""
        process.start(process_obj.name, body)
        self.pid = process.pid
        self.sentinel = parents[0]
        for fd in childs:
            pipes.close(fd)
        self.finalizer = util.Finalize(self, close_all, parents)

    def close(self):
        if self.finalizer is not None:
            self.finalizer()


def close_all(*fds):
    for fd in fds:
        pipes.close(fd)


def bootstrapped(process_obj, util, parents, sentinel):
    """What a child does: runs the process object's body, and its own exit functions; gives the exit code."""
    close_all(*parents)
    atexit._clear()
    atexit.register(util._exit_function)
    try:
        return process_obj._bootstrap(parent_sentinel=sentinel)
    finally:
        atexit._run_exitfuncs()

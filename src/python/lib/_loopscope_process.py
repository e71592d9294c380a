"""Simulated processes: virtual threads in virtual time, each with modules, pipes and an end of its own.

A process that is forked sees its parent's variables as they were at that moment, and changes its own copy
(`_loopscope_fork`); one that is spawned has imported nothing yet. `sys.modules` answers each of them with its own
modules (`_loopscope_modules`), and so do the few functions of the interpreter that know of processes
(`_loopscope_own`).
"""

import sys
import types

import _loopscope
import _process
import _thread

# The signals that end a process that does nothing about them.
_DEADLY = (1, 2, 3, 6, 9, 10, 12, 13, 14, 15)
_KILL = 9

# What stands for no handler.
_DEFAULT = 0


class Process:
    """What a process is to its threads."""

    def __init__(self, pid, parent):
        self.pid = pid
        self.parent = parent
        # None in the main process: what is in sys.modules itself is its own.
        self.modules = None
        # Whether it sees those of the main process all the same, for an import.
        self.sees_mains = False
        # Open ends of pipes, by file descriptor.
        self.ends = {}
        self.exit_functions = []
        # Thread-local objects, and what they are to the main thread at its start.
        self.locals = ()
        self.handlers = {}
        self.main_thread = None
        self.exitcode = None
        self._signals = []
        self._waiters = []

    def start(self, name, body):
        """Starts the process: `body` gives its exit code."""
        _processes[self.pid] = self
        thread = _MainThread(self, name, body)
        self.main_thread = _thread.start_joinable_thread(thread.run, daemon=True).ident

    def end(self, exitcode, from_inside=False):
        """The process is over: nothing of it runs any more, what it has not yet written is lost, its pipes are closed."""
        if self.exitcode is not None:
            return
        self.exitcode = exitcode
        _process.end_threads(self.pid)
        _process.discard_output(self.pid)
        for end in self.ends.values():
            end.let_go()
        self.ends.clear()
        for waiter in self._waiters:
            waiter.release()
        if self is current() and not from_inside:
            _process.end_thread()

    def wait(self):
        """Waits until the process is over."""
        while self.exitcode is None:
            lock = _thread.allocate_lock()
            lock.acquire()
            self._waiters.append(lock)
            lock.acquire()
            self._waiters.remove(lock)

    def signal(self, number):
        """Sends a signal."""
        handler = self.handlers.get(number, _DEFAULT)
        if number == _KILL or handler == _DEFAULT and number in _DEADLY:
            self.end(-number)
        elif callable(handler):
            self._signals.append(number)
            _process.signal(self.main_thread)

    def see_to_signals(self):
        """Runs the handlers of signals that were sent."""
        while self._signals:
            number = self._signals.pop(0)
            handler = self.handlers.get(number)
            if callable(handler):
                handler(number, sys._getframe(1))


class _MainThread:
    """The main thread of a simulated process."""

    _loopscope_kind = 'process'

    def __init__(self, process, name, body):
        self._process, self._name, self._body = process, name, body

    def run(self):
        _process.enter(self._process.pid)
        exitcode = 1
        try:
            exitcode = self._body()
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            self._process.end(exitcode & 0xff, from_inside=True)


main = Process(_loopscope.getpid(), None)
_processes = {main.pid: main}
_last_pid = main.pid


def current():
    """The process that the running thread belongs to."""
    return _processes[_loopscope.getpid()]


def find(pid):
    return _processes.get(pid)


def after_fork():
    """What the library does in a child that was forked."""
    process = current()
    modules = process.modules
    modules['threading']._after_fork()
    if 'concurrent.futures.thread' in modules:
        modules['concurrent.futures.thread']._threads_queues.clear()
    if 'random' in modules:
        modules['random'].seed()
    for local, values in process.locals:
        local.__dict__.update(values)


def see_to_signals():
    current().see_to_signals()


def in_main_thread():
    """Whether this is the main thread of its process, real or simulated."""
    ident = current().main_thread or _thread._get_main_thread_ident()
    return _thread.get_ident() == ident


def _new():
    global _last_pid
    if _last_pid == main.pid:
        import _loopscope_own
        _loopscope_own.install()
    _last_pid += 1
    return Process(_last_pid, current())


def forked(*objects):
    """A copy of the running process, not yet started; and copies of some of its objects."""
    import _loopscope_fork
    import _loopscope_own
    process, parent = _new(), current()
    copier = _loopscope_fork.Copier(sys.modules.own())
    process.handlers = copier.copy(_loopscope_own.handlers())
    copies = copier.copy(list(objects))
    process.locals = copier.locals()
    copier.finish()
    process.modules = copier.modules
    # Nothing of it may go away, and act, in another process.
    _process.keep(copier.copies)
    process.ends = {fd: end.held() for fd, end in parent.ends.items()}
    return process, *copies


def spawned(fds):
    """A process that knows nothing but some open ends of its parent's pipes."""
    process, parent = _new(), current()
    process.modules = {'__main__': types.ModuleType('__main__')}
    process.ends = {fd: parent.ends[fd].held() for fd in fds}
    return process

"""Signals that a program sends to itself, and timers that send them, in virtual time."""

import math
import sys
import time

import _loopscope
import _signal
import _thread


def _raise(number):
    """Python runs the handler in the main thread, which may be waiting for something."""
    _signal.raise_signal(number)
    _loopscope.wake_main_thread()


class _Alarm:
    """The timer that `alarm` and `setitimer` set: a thread that sends SIGALRM, until it is called off."""

    def __init__(self, delay, interval):
        self._interval = interval
        self._deadline = time.monotonic() + delay
        self._called_off = _thread.allocate_lock()
        self._called_off.acquire()
        _thread.start_new_thread(self._run, ())

    def _run(self):
        while not self._called_off.acquire(True, max(0.0, self._deadline - time.monotonic())):
            self._deadline += self._interval
            if not self._interval:
                _timers.pop(_signal.ITIMER_REAL, None)
                _raise(_signal.SIGALRM)
                return
            _raise(_signal.SIGALRM)

    def call_off(self):
        self._called_off.release()

    def left(self):
        return max(0.0, self._deadline - time.monotonic()), self._interval


_timers = {}


def setitimer(which, seconds, interval=0.0, /):
    if which != _signal.ITIMER_REAL:
        return _library_setitimer(which, seconds, interval)
    if seconds < 0 or interval < 0:
        raise _signal.ItimerError(22, 'Invalid argument')
    old = _timers.pop(which, None)
    left = old.left() if old else (0.0, 0.0)
    if old:
        old.call_off()
    if seconds:
        _timers[which] = _Alarm(seconds, interval)
    return left


def getitimer(which, /):
    if which != _signal.ITIMER_REAL:
        return _library_getitimer(which)
    timer = _timers.get(which)
    return timer.left() if timer else (0.0, 0.0)


def alarm(seconds, /):
    return math.ceil(setitimer(_signal.ITIMER_REAL, seconds)[0])


# The handlers of the program, by signal: the interpreter calls them without the frame that was interrupted.
_handlers = {}


def set_handler(number, handler, /):
    takes_frame = callable(handler) and handler is not _signal.default_int_handler
    old = _library_signal(number, _loopscope.with_frame(handler) if takes_frame else handler)
    old = _handlers.pop(number, old)
    if takes_frame:
        _handlers[number] = handler
    return old


def get_handler(number, /):
    handler = _library_getsignal(number)
    return _handlers.get(number, handler)


def pause():
    _loopscope.pause()


def _kill_self(kill):
    def kill_process(pid, signal, /):
        if pid == _loopscope.getpid():
            _raise(signal)
        else:
            kill(pid, signal)

    kill_process.__name__ = kill_process.__qualname__ = 'kill'
    return kill_process


_library_setitimer, _library_getitimer = _signal.setitimer, _signal.getitimer
_library_signal, _library_getsignal = _signal.signal, _signal.getsignal


def install():
    """A program that signals its own process means the one that it finds by os.getpid()."""
    import posix
    posix.kill = _kill_self(posix.kill)
    if 'os' in sys.modules:
        sys.modules['os'].kill = posix.kill
    set_handler.__name__, get_handler.__name__ = 'signal', 'getsignal'
    for function in (set_handler, get_handler, setitimer, getitimer, alarm, pause):
        function.__module__ = 'signal'
        setattr(_signal, function.__name__, function)

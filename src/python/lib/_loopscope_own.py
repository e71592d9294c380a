"""What of the interpreter differs from process to process: its modules, exit functions, signal handlers, its end."""

import _signal
import _thread
import _threading_local
import atexit
import builtins
import os
import posix
import sys
import threading

import _loopscope
from _loopscope_modules import Modules, is_own
from _loopscope_process import current, find, in_main_thread, main

_raise_in_main = _signal.raise_signal


def install():
    sys.modules = Modules(sys.modules)
    builtins.__import__ = _importing(builtins.__import__)
    _replace(atexit, register=_register, unregister=_unregister, _clear=_clear, _run_exitfuncs=_run)
    _replace(_signal, signal=_set_handler, getsignal=_handler, raise_signal=_raise)
    _replace(posix, _exit=_exit, getppid=_parent, kill=_kill)
    _replace(_thread, _get_main_thread_ident=_main_thread)
    threading._get_main_thread_ident = _thread._get_main_thread_ident
    for name in ('current_thread', 'main_thread'):
        _ask_own_module(threading, name)
    _threading_local.current_thread = threading.current_thread
    if 'signal' in sys.modules:
        sys.modules['signal'].raise_signal = _signal.raise_signal
    os._exit, os.getppid, os.kill = posix._exit, posix.getppid, posix.kill


def _importing(original):
    """Imports for a process. What a module that is the same for all has imported must not be a child's own."""
    def __import__(name, globals=None, locals=None, fromlist=(), level=0):
        process = current()
        if (process is main or process.sees_mains or globals is None or locals is not globals
                or is_own(globals.get('__name__', ''), globals.get('__file__'))):
            return original(name, globals, locals, fromlist, level)
        process.sees_mains = True
        try:
            return original(name, globals, locals, fromlist, level)
        finally:
            process.sees_mains = False
    return __import__


def handlers():
    """The signal handlers that a child of the running process begins with."""
    process = current()
    if process is not main:
        return process.handlers
    numbers = (_signal.SIGHUP, _signal.SIGINT, _signal.SIGUSR1, _signal.SIGUSR2, _signal.SIGALRM, _signal.SIGTERM)
    return {number: handler for number in numbers if (handler := _signal.getsignal(number)) is not None}


def _replace(module, **functions):
    for name, function in functions.items():
        setattr(module, name, _in_processes(getattr(module, name), function))


def _in_processes(original, function):
    """A function that is the interpreter's own in the main process, unless ours has something to say."""
    def call(*args, **kwargs):
        process = current()
        if process is main and function is not _kill:
            return original(*args, **kwargs)
        return function(process, original, *args, **kwargs)
    call.__name__ = call.__qualname__ = original.__name__
    call.__module__ = original.__module__
    return call


def _ask_own_module(module, name):
    """Modules that are the same for all processes hold the main process's function; it asks the right one."""
    original = getattr(module, name)

    def call():
        own = (current().modules or {}).get(module.__name__, module)
        return original() if own is module else getattr(own, name)()

    call.__name__ = call.__qualname__ = name
    call.__module__ = module.__name__
    setattr(module, name, call)


def _register(process, original, function, /, *args, **kwargs):
    process.exit_functions.append((function, args, kwargs))
    return function


def _unregister(process, original, function, /):
    process.exit_functions[:] = [entry for entry in process.exit_functions if entry[0] != function]


def _clear(process, original):
    process.exit_functions.clear()


def _run(process, original):
    while process.exit_functions:
        function, args, kwargs = process.exit_functions.pop()
        try:
            function(*args, **kwargs)
        except BaseException:
            sys.excepthook(*sys.exc_info())


def _set_handler(process, original, number, handler, /):
    before = _handler(process, original, number)
    process.handlers[number] = handler
    return before


def _handler(process, original, number, /):
    return process.handlers.get(number, _signal.SIG_DFL)


def _exit(process, original, status):
    process.end(status & 0xff)


def _main_thread(process, original):
    return process.main_thread


def _parent(process, original):
    return process.parent.pid


def _raise(process, original, number, /):
    process.signal(number)
    if in_main_thread():
        process.see_to_signals()


def _kill(process, original, pid, number, /):
    target = find(pid)
    if target is None or process is main and target is main:
        return original(pid, number)
    if target.exitcode is not None:
        raise ProcessLookupError(3, 'No such process')
    if not number:
        return
    if target is main:
        _raise_in_main(number)
        _loopscope.wake_main_thread()
    elif target is process:
        _signal.raise_signal(number)
    else:
        target.signal(number)

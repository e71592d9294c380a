"""The event loop of asyncio programs under loopscope.

It stands in for the library's loop on selectors. The books are kept by the library's BaseEventLoop; ready
queue, timers, clock, iteration and handles are native. Sockets, pipes and subprocesses have no place in
virtual time: using them fails with a sentence that says so.
"""

import functools
import signal
import sys
import threading
import types
import warnings

import _loopscope
import _loopscope_boot
import _loopscope_process

from . import base_events
from . import base_tasks
from . import coroutines
from . import events
from . import format_helpers
from . import tasks
from .log import logger

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy', 'EventLoop')


def _unsupported(what):
    message = (f'{what} not available under loopscope: a program here runs in virtual time, without a network, '
               f'pipes or other programs; let asyncio.sleep() stand in for the waiting')

    def fail(self, *args, **kwargs):
        _loopscope.finding('unsupported', message)
        raise NotImplementedError(message)

    return fail


def _unsupported_async(what):
    fail_now = _unsupported(what)

    async def fail(self, *args, **kwargs):
        fail_now(self)

    return fail


class _UnixSelectorEventLoop(_loopscope.LoopCore, base_events.BaseEventLoop):

    def __init__(self, selector=None):
        base_events.BaseEventLoop.__init__(self)
        # A program that logs everything sees this line under CPython.
        logger.debug('Using selector: %s', 'EpollSelector')
        self._signal_handlers = {}

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        for number in list(self._signal_handlers):
            self.remove_signal_handler(number)
        base_events.BaseEventLoop.close(self)
        self._clear()

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        """As up to 3.13, a factory of the program's gets no name: the task is given it afterwards."""
        self._check_closed()
        factory = self._task_factory
        if factory is None:
            task = tasks.Task(coro, loop=self, name=name, context=context, **kwargs)
            if task._source_traceback:
                del task._source_traceback[-1]
            return task
        if context is not None:
            kwargs['context'] = context
        task = factory(self, coro, **kwargs)
        if name is not None:
            task.set_name(name)
        return task

    def add_signal_handler(self, sig, callback, *args):
        if coroutines.iscoroutine(callback) or coroutines._iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        try:
            signal.signal(sig, lambda number, frame: self.call_soon_threadsafe(callback, *args))
        except ValueError:
            raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter') from None
        except OSError:
            raise RuntimeError(f'sig {sig} cannot be caught') from None
        self._signal_handlers[sig] = (callback, args)

    def remove_signal_handler(self, sig):
        self._check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')

    def _write_to_self(self):
        pass

    def _process_events(self, event_list):
        pass

    _sockets = 'sockets are'
    _pipes = 'pipes are'
    _programs = 'subprocesses are'

    add_reader = add_writer = _unsupported(_sockets)
    remove_reader = remove_writer = _unsupported(_sockets)
    create_connection = create_server = start_tls = _unsupported_async(_sockets)
    create_datagram_endpoint = connect_accepted_socket = _unsupported_async(_sockets)
    create_unix_connection = create_unix_server = _unsupported_async(_sockets)
    sock_recv = sock_recv_into = sock_recvfrom = sock_recvfrom_into = _unsupported_async(_sockets)
    sock_sendall = sock_sendto = sock_connect = sock_accept = sock_sendfile = _unsupported_async(_sockets)
    sendfile = getaddrinfo = getnameinfo = _unsupported_async(_sockets)
    connect_read_pipe = connect_write_pipe = _unsupported_async(_pipes)
    subprocess_shell = subprocess_exec = _unsupported_async(_programs)


_loopscope.set_native_class(_UnixSelectorEventLoop)
SelectorEventLoop = _UnixSelectorEventLoop
EventLoop = SelectorEventLoop


class _UnixDefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """The default policy, which in the main thread still makes a loop where none is set, as up to 3.13."""

    _loop_factory = _UnixSelectorEventLoop

    class _Local(threading.local):
        _loop = None
        _set_called = False

    def set_event_loop(self, loop):
        self._local._set_called = True
        super().set_event_loop(loop)

    def get_event_loop(self):
        local = self._local
        if (local._loop is None and not local._set_called
                and _loopscope_process.in_main_thread()):
            _loopscope.finding('deprecated', 'asyncio.get_event_loop() made a loop because none was running; '
                                             'since Python 3.14 that is an error, use asyncio.run() instead')
            warnings.warn('There is no current event loop', DeprecationWarning, stacklevel=_outside())
            self.set_event_loop(self.new_event_loop())
        return super().get_event_loop()


def _outside():
    """How far up the first frame outside asyncio is, for a warning."""
    level, frame = 2, sys._getframe(2)
    while frame:
        module = frame.f_globals.get('__name__', '')
        if not (module == 'asyncio' or module.startswith('asyncio.')):
            break
        frame, level = frame.f_back, level + 1
    return level


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
_DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


def _handle_info(handle):
    info = [handle.__class__.__name__]
    if handle._cancelled:
        info.append('cancelled')
    if handle._callback is not None:
        info.append(format_helpers._format_callback_source(handle._callback, handle._args, debug=handle._loop.get_debug()))
    if handle._source_traceback:
        frame = handle._source_traceback[-1]
        info.append(f'created at {frame[0]}:{frame[1]}')
    if isinstance(handle, _loopscope.TimerHandle):
        info.insert(2 if handle._cancelled else 1, f'when={handle._when}')
    return info


def _handle_repr(handle):
    if handle._repr is not None:
        return handle._repr
    return '<{}>'.format(' '.join(_handle_info(handle)))


def _callback_failed(loop, handle, error):
    source = format_helpers._format_callback_source(handle._callback, handle._args, debug=handle._loop.get_debug())
    if error.__traceback__ is None:
        # Raised by something native: this is the line that called it, as far as there is one.
        try:
            raise error
        except BaseException:
            pass
    context = {'message': f'Exception in callback {source}', 'exception': error, 'handle': handle}
    if handle._source_traceback:
        context['source_traceback'] = handle._source_traceback
    loop.call_exception_handler(context)


def _note_slow(loop, handle, took):
    if took >= loop.slow_callback_duration:
        logger.warning('Executing %s took %.3f seconds', base_events._format_handle(handle), took)


def _task_get_stack(task, limit):
    """A suspended coroutine has one frame; what called it is not part of it."""
    coroutine = task.get_coro()
    frame = getattr(coroutine, 'cr_frame', None)
    if frame is not None and not coroutine.cr_running and not task.done():
        return [frame] if limit is None or limit > 0 else []
    return _library_get_stack(task, limit)


_library_get_stack = base_tasks._task_get_stack


def _run_coroutines_only(runner):
    """Up to 3.13, asyncio.run() takes a coroutine and nothing else."""
    library_run = runner.run

    @functools.wraps(library_run)
    def run(self, coro, *, context=None):
        if not coroutines.iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        return library_run(self, coro, context=context)

    runner.run = run


class _Partial:
    """`functools.partial`, for the runner: the collector of cycles looks into neither that nor a closure."""

    def __init__(self, function, **kwargs):
        self._function, self._kwargs = function, kwargs

    def __call__(self, *args):
        return self._function(*args, **self._kwargs)


def _install():
    """Puts the native handles in the library's place, and undoes deprecations newer than 3.13."""
    package = sys.modules['asyncio']
    for name in ('Handle', 'TimerHandle'):
        setattr(events, name, getattr(_loopscope, name))
        setattr(package, name, getattr(_loopscope, name))
    events._ThreadSafeHandle = _loopscope.Handle
    events.AbstractEventLoopPolicy = package.AbstractEventLoopPolicy = events._AbstractEventLoopPolicy
    events.get_event_loop_policy = package.get_event_loop_policy = events._get_event_loop_policy
    base_tasks._task_get_stack = _task_get_stack
    package.iscoroutinefunction = coroutines.iscoroutinefunction = coroutines._iscoroutinefunction
    coroutines._iscoroutinefunction.__name__ = coroutines._iscoroutinefunction.__qualname__ = 'iscoroutinefunction'
    _run_coroutines_only(package.runners.Runner)
    package.runners.functools = types.SimpleNamespace(partial=_Partial)
    # What 3.14 says of an exception in a shielded future, its predecessors do not say.
    tasks._log_on_exception = lambda future: None
    if _loopscope.is_recorded():
        import _loopscope_sync
        _loopscope_sync.install(package.locks, package.queues)
    if _loopscope_boot.compat == '3.8':
        import _loopscope_compat
        _loopscope_compat.install(package)
    events.set_event_loop_policy = package.set_event_loop_policy = events._set_event_loop_policy


_install()

"""multiprocessing in virtual time: processes are simulated, each by a thread with variables of its own."""

import itertools
import os
import queue as _queue
import sys
import threading
import time
import traceback

from _loopscope_process import ProcessThread, forked_world, sent

__all__ = [
    'Array', 'AuthenticationError', 'Barrier', 'BoundedSemaphore', 'Condition', 'Event', 'JoinableQueue', 'Lock',
    'Manager', 'Pipe', 'Pool', 'Process', 'ProcessError', 'Queue', 'RLock', 'Semaphore', 'SimpleQueue',
    'TimeoutError', 'Value', 'active_children', 'cpu_count', 'current_process', 'freeze_support', 'get_context',
    'get_start_method', 'parent_process', 'set_start_method',
]


class ProcessError(Exception):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


class _Shared:
    """What processes share: copying it gives the thing itself."""

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_count = itertools.count(1)
_children = []


class Process(_Shared):

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self._number = next(_count)
        self.name = name or f'{type(self).__name__}-{self._number}'
        self.daemon = bool(daemon)
        self._thread = None
        self._exitcode = None

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        assert self._thread is None, 'cannot start a process twice'
        world = forked_world()
        self._target = world.copy(self._target)
        self._args = tuple(map(world.copy, self._args))
        self._kwargs = {name: world.copy(value) for name, value in self._kwargs.items()}
        self._thread = ProcessThread(self.name, self._bootstrap, daemon=self.daemon)
        self._thread.process = self
        _children.append(self)
        self._thread.start()

    def _bootstrap(self):
        try:
            self.run()
            self._exitcode = 0
        except SystemExit as error:
            code = error.code
            self._exitcode = 0 if code is None else code if isinstance(code, int) else 1
            if self._exitcode == 1 and not isinstance(code, int):
                print(code, file=sys.stderr)
        except BaseException:
            self._exitcode = 1
            print(f'Process {self.name}:', file=sys.stderr)
            traceback.print_exc()

    def join(self, timeout=None):
        assert self._thread is not None, 'can only join a started process'
        self._thread.join(timeout)
        if not self._thread.is_alive() and self in _children:
            _children.remove(self)

    def is_alive(self):
        return self._thread is not None and self._thread.is_alive()

    def close(self):
        if self.is_alive():
            raise ValueError('Cannot close a process while it is still running. '
                             'You should first call join() or terminate().')

    def terminate(self):
        raise NotImplementedError('terminate() is not available under loopscope: processes are simulated')

    kill = terminate

    @property
    def pid(self):
        return self._thread and self._thread.pid

    ident = pid

    @property
    def exitcode(self):
        return None if self.is_alive() or self._thread is None else self._exitcode

    @property
    def sentinel(self):
        return self.pid

    def __repr__(self):
        if self._thread is None:
            status = 'initial'
        elif self.is_alive():
            status = 'started'
        else:
            status = f'stopped exitcode={self._exitcode}' if self._exitcode else 'stopped exitcode=0'
        pid = f' pid={self.pid}' if self._thread else ''
        return f'<{type(self).__name__} name={self.name!r}{pid} parent={os.getpid()} {status}>'


class _MainProcess:
    name = 'MainProcess'
    daemon = False
    exitcode = None

    @property
    def pid(self):
        return os.getpid()

    ident = pid

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_main_process = _MainProcess()


def current_process():
    pid = os.getpid()
    for child in _children:
        if child.pid == pid:
            return child
    return _main_process


def parent_process():
    return None if current_process() is _main_process else _main_process


def active_children():
    for child in list(_children):
        if not child.is_alive():
            _children.remove(child)
    return list(_children)


def cpu_count():
    return os.cpu_count()


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return 'fork'


def set_start_method(method, force=False):
    pass


def get_all_start_methods():
    return ['fork', 'spawn', 'forkserver']


def get_context(method=None):
    return sys.modules[__name__]


class Queue(_Shared):
    def __init__(self, maxsize=0, *, ctx=None):
        self._items = _queue.Queue(maxsize)

    def put(self, obj, block=True, timeout=None):
        self._items.put(sent(obj), block, timeout)

    def get(self, block=True, timeout=None):
        return self._items.get(block, timeout)

    def put_nowait(self, obj):
        self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return self._items.qsize()

    def empty(self):
        return self._items.empty()

    def full(self):
        return self._items.full()

    def close(self):
        pass

    def join_thread(self):
        pass

    def cancel_join_thread(self):
        pass


SimpleQueue = Queue


class JoinableQueue(Queue):
    def task_done(self):
        self._items.task_done()

    def join(self):
        self._items.join()


class Connection(_Shared):
    def __init__(self, incoming, outgoing):
        self._incoming, self._outgoing = incoming, outgoing
        self.closed = False

    def send(self, obj):
        self._outgoing.put((sent(obj),))

    def recv(self):
        item = self._incoming.get()
        if item is None:
            raise EOFError
        return item[0]

    send_bytes = send
    recv_bytes = recv

    def poll(self, timeout=0.0):
        deadline = None if timeout is None else time.monotonic() + timeout
        while self._incoming.empty():
            if deadline is not None and time.monotonic() >= deadline:
                return False
            time.sleep(0.001)
        return True

    def close(self):
        if not self.closed:
            self.closed = True
            self._outgoing.put(None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Pipe(duplex=True):
    there, back = _queue.Queue(), _queue.Queue()
    return Connection(back, there), Connection(there, back)


def _shared(cls):
    return type(cls.__name__, (_Shared, cls), {})


class _Lock(_Shared):
    def __init__(self):
        self._lock = self._make()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    _make = staticmethod(threading.Lock)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        self._lock.release()


class _RLock(_Lock):
    _make = staticmethod(threading.RLock)


def Lock():
    return _Lock()


def RLock():
    return _RLock()


Event = _shared(threading.Event)
Semaphore = _shared(threading.Semaphore)
BoundedSemaphore = _shared(threading.BoundedSemaphore)
Barrier = _shared(threading.Barrier)
Condition = _shared(threading.Condition)


class _Value(_Shared):
    def __init__(self, kind, *args, lock=True):
        self.value = args[0] if args else 0
        self._lock = _RLock()

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        self._lock.__exit__(*exc)


def Value(typecode_or_type, *args, lock=True):
    return _Value(typecode_or_type, *args, lock=lock)


class _Array(_Shared, list):
    def __init__(self, size_or_initializer):
        initial = [0] * size_or_initializer if isinstance(size_or_initializer, int) else size_or_initializer
        list.__init__(self, initial)
        self._lock = _RLock()

    def get_lock(self):
        return self._lock


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    return _Array(size_or_initializer)


class _SharedDict(_Shared, dict):
    pass


class _SharedList(_Shared, list):
    pass


class _Manager:
    """Lives in the parent; its objects are the same for everybody."""

    dict = staticmethod(_SharedDict)
    list = staticmethod(_SharedList)
    Queue, Event, Lock, RLock = staticmethod(Queue), Event, staticmethod(Lock), staticmethod(RLock)
    Semaphore, Condition, Barrier = Semaphore, Condition, Barrier

    class Namespace(_Shared):
        pass

    def Value(self, typecode, value):
        return _Value(typecode, value)

    def Array(self, typecode, values):
        return _Array(values)

    def shutdown(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


def Manager():
    return _Manager()


def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None):
    from .pool import Pool
    return Pool(processes, initializer, initargs, maxtasksperchild)

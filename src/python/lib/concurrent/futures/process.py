"""ProcessPoolExecutor in virtual time: its processes are simulated."""

import itertools
import os
import queue
import threading

import _loopscope
from concurrent.futures import _base
from _loopscope_jobs import name_of
from _loopscope_process import ProcessThread, forked_world, sent

EXTRA_QUEUED_CALLS = 1
_MAX_WINDOWS_WORKERS = 61


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class _Call:
    def __init__(self, future, function, args, kwargs):
        self.future, self.function, self.args, self.kwargs = future, function, args, kwargs
        self.job = _loopscope.job_submitted(name_of(function))


class ProcessPoolExecutor(_base.Executor):

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._initializer, self._initargs = initializer, initargs
        self._calls = queue.SimpleQueue()
        self._processes = {}
        self._lock = threading.Lock()
        self._shut_down = False
        _open_pools.append(self)

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._shut_down:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if not callable(fn):
                raise TypeError(f'{fn!r} is not callable')
            _check_sendable(fn)
            future = _base.Future()
            self._calls.put(_Call(future, fn, args, kwargs))
            # With fork, all processes are started at the first call.
            while len(self._processes) < self._max_workers:
                self._start_process()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def _start_process(self):
        world = forked_world()
        name = f'ForkProcess-{next(_count)}'
        thread = ProcessThread(name, lambda: self._work(world), daemon=True)
        self._processes[thread.pid] = thread
        thread.start()

    def _work(self, world):
        if self._initializer is not None:
            world.copy(self._initializer)(*world.copy(self._initargs))
        while (call := self._calls.get()) is not None:
            if not call.future.set_running_or_notify_cancel():
                continue
            _loopscope.job_started(call.job)
            try:
                args = tuple(map(world.copy, call.args))
                kwargs = {name: world.copy(value) for name, value in call.kwargs.items()}
                result = sent(world.copy(call.function)(*args, **kwargs))
            except BaseException as error:
                _loopscope.job_ended(call.job, error)
                call.future.set_exception(error)
            else:
                _loopscope.job_ended(call.job, None)
                call.future.set_result(result)
        # The next process ends too.
        self._calls.put(None)

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        return super().map(fn, *iterables, timeout=timeout)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            first = not self._shut_down
            self._shut_down = True
        if cancel_futures:
            while not self._calls.empty():
                call = self._calls.get()
                if call is not None:
                    call.future.cancel()
        if first:
            self._calls.put(None)
        if wait:
            for process in list(self._processes.values()):
                process.join()


def _check_sendable(function):
    """A function that pickle cannot find by its name cannot be sent to a process."""
    name = getattr(function, '__qualname__', '')
    if '<lambda>' in name or '<locals>' in name:
        module = getattr(function, '__module__', '__main__')
        import pickle
        raise pickle.PicklingError(f"Can't pickle {function!r}: attribute lookup {name} on {module} failed")


_count = itertools.count(1)
_open_pools = []


def _at_exit():
    for pool in _open_pools:
        pool.shutdown(wait=True)


threading._register_atexit(_at_exit)

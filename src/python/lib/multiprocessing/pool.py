"""multiprocessing.pool in virtual time: workers are simulated processes, or threads."""

import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from concurrent.futures import TimeoutError as _FutureTimeout
from concurrent.futures.process import ProcessPoolExecutor

from . import TimeoutError

__all__ = ['Pool', 'ThreadPool']


class AsyncResult:
    def __init__(self, futures, single, callback=None, error_callback=None):
        self._futures, self._single = futures, single
        if callback or error_callback:
            futures[-1].add_done_callback(lambda _: self._call(callback, error_callback))

    def _call(self, callback, error_callback):
        try:
            value = self.get()
        except Exception as error:
            if error_callback:
                error_callback(error)
        else:
            if callback:
                callback(value)

    def get(self, timeout=None):
        try:
            values = [future.result(timeout) for future in self._futures]
        except _FutureTimeout:
            raise TimeoutError from None
        return values[0] if self._single else values

    def wait(self, timeout=None):
        try:
            self.get(timeout)
        except Exception:
            pass

    def ready(self):
        return all(future.done() for future in self._futures)

    def successful(self):
        if not self.ready():
            raise ValueError(f'{self!r} not ready')
        return all(future.exception() is None for future in self._futures)


class Pool:
    _executor_type = ProcessPoolExecutor

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is not None and processes < 1:
            raise ValueError('Number of processes must be at least 1')
        self._executor = self._executor_type(processes or os.cpu_count() or 1, initializer=initializer,
                                             initargs=initargs)

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        return AsyncResult([self._executor.submit(func, *args, **kwds)], True, callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        futures = [self._executor.submit(func, item) for item in iterable]
        return AsyncResult(futures, False, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        futures = [self._executor.submit(func, *args) for args in iterable]
        return AsyncResult(futures, False, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        futures = [self._executor.submit(func, item) for item in iterable]
        return (future.result() for future in futures)

    def imap_unordered(self, func, iterable, chunksize=1):
        futures = [self._executor.submit(func, item) for item in iterable]
        return (future.result() for future in as_completed(futures))

    def close(self):
        self._executor.shutdown(wait=False)

    def terminate(self):
        self._executor.shutdown(wait=False, cancel_futures=True)

    def join(self):
        self._executor.shutdown(wait=True)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.terminate()


class ThreadPool(Pool):
    _executor_type = ThreadPoolExecutor

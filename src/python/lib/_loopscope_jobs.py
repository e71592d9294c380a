"""Jobs of pools, told as they are handed over, begun and done."""

import _loopscope

# The library's own functions that do several calls in one: what they call is in their first argument.
_SEVERAL = ('_process_chunk', 'mapstar', 'starmapstar')


def _name_of(function, args=()):
    name = getattr(function, '__name__', None)
    if name in _SEVERAL and args:
        first = args[0]
        return _name_of(first[0] if isinstance(first, tuple) else first)
    if hasattr(function, 'func'):
        return _name_of(function.func, getattr(function, 'args', ()))
    return getattr(function, '__qualname__', type(function).__name__)


class _Job:
    """A function that tells when it begins and ends, wherever that is."""

    def __init__(self, function, args=()):
        self.function = function
        self.number = _loopscope.job_submitted(_name_of(function, args))

    def __call__(self, *args, **kwargs):
        _loopscope.job_started(self.number)
        try:
            result = self.function(*args, **kwargs)
        except BaseException as error:
            _loopscope.job_ended(self.number, error)
            raise
        _loopscope.job_ended(self.number, None)
        return result


def tell(module):
    """Jobs of `concurrent.futures.thread`."""
    class WorkItem(module._WorkItem):

        def __init__(self, future, fn, args, kwargs):
            super().__init__(future, fn, args, kwargs)
            self.job = _loopscope.job_submitted(_name_of(fn))

        def run(self):
            _loopscope.job_started(self.job)
            future = self.future
            super().run()
            failed = not future.cancelled() and future.exception()
            _loopscope.job_ended(self.job, failed or None)

    WorkItem.__name__ = WorkItem.__qualname__ = '_WorkItem'
    module._WorkItem = WorkItem


def tell_of_processes(module):
    """Jobs of `concurrent.futures.process`."""
    original = module._WorkItem.__init__

    def prepare(self, future, fn, args, kwargs):
        original(self, future, _Job(fn, args), args, kwargs)

    module._WorkItem.__init__ = prepare


def tell_of_pool(module):
    """Jobs of `multiprocessing.pool`: single ones, and the batches that maps are cut into."""
    pool = module.Pool
    apply_async, generation = pool.apply_async, pool._guarded_task_generation

    def told_apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        return apply_async(self, _Job(func, args), args, kwds, callback, error_callback)

    def told_generation(self, result_job, func, iterable):
        for job, number, function, args, kwds in generation(self, result_job, func, iterable):
            yield job, number, _Job(function, args), args, kwds

    told_apply_async.__name__ = 'apply_async'
    pool.apply_async, pool._guarded_task_generation = told_apply_async, told_generation

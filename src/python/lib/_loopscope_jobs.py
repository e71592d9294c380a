"""Jobs of thread pools, told as they are handed over, begun and done."""

import _loopscope


def name_of(function):
    function = getattr(function, 'func', function)
    return getattr(function, '__qualname__', type(function).__name__)


def tell(module):
    class WorkItem(module._WorkItem):

        def __init__(self, future, fn, args, kwargs):
            super().__init__(future, fn, args, kwargs)
            self.job = _loopscope.job_submitted(name_of(fn))

        def run(self):
            _loopscope.job_started(self.job)
            future = self.future
            super().run()
            failed = not future.cancelled() and future.exception()
            _loopscope.job_ended(self.job, failed or None)

    WorkItem.__name__ = WorkItem.__qualname__ = '_WorkItem'
    module._WorkItem = WorkItem

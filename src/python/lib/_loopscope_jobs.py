"""Jobs of thread pools, told as they are handed over, begun and done."""

import sys

import _loopscope


class _Loader:
    """Loads a module as its own loader does, then changes it."""

    def __init__(self, loader, change):
        self._loader, self._change = loader, change

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        self._loader.exec_module(module)
        self._change(module)


class _Finder:
    """Waits for the module of thread pools: most programs never import it."""

    def find_spec(self, name, path=None, target=None):
        if name != 'concurrent.futures.thread':
            return None
        sys.meta_path.remove(self)
        for finder in sys.meta_path:
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                spec.loader = _Loader(spec.loader, _tell)
                return spec
        return None


def install():
    sys.meta_path.insert(0, _Finder())


def name_of(function):
    function = getattr(function, 'func', function)
    return getattr(function, '__qualname__', type(function).__name__)


def _tell(module):
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

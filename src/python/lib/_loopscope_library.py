"""Modules of the library that are changed as they are imported: most programs import none of them."""

import sys
import types

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
    """Finds the modules that are to be changed as the other finders do."""

    def find_spec(self, name, path=None, target=None):
        change = CHANGES.get(name)
        if change is None:
            return None
        for finder in sys.meta_path:
            spec = finder is not self and finder.find_spec(name, path, target)
            if spec:
                spec.loader = _Loader(spec.loader, change)
                return spec
        return None


def install():
    sys.meta_path.insert(0, _Finder())


def _logging(module):
    # It looks for its own frames by the folder they are in, and frozen packages have none.
    module.__path__ = [module.__name__]


def _telling(name):
    """A change by which a module's jobs are told, if anybody listens."""
    def change(module):
        if _loopscope.is_recorded():
            import _loopscope_jobs
            getattr(_loopscope_jobs, name)(module)
    return change


class _Own:
    """A module that each process has for itself, for a module that is the same for all."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        own = sys.modules.get(self._name)
        if own is None:
            import importlib
            own = importlib.import_module(self._name)
        return getattr(own, name)


def _event_loops(module):
    module.threading = _Own('threading')
    module.concurrent = types.SimpleNamespace(futures=_Own('concurrent.futures'))


def _threading(module):
    # The native class initialises a derived one once, not in every thread.
    import _threading_local
    module.local = _threading_local.local
    module.local.__module__, module.local.__qualname__ = '_thread', '_local'


def _zoneinfo(module):
    # Where CPython looks by default; the interpreter looks nowhere.
    module.reset_tzpath(['/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo'])


def _processes(module):
    import _loopscope_semaphore
    sys.modules['_multiprocessing'] = _loopscope_semaphore


def _process_books(module):
    # The standard input is that of all processes.
    module._close_stdin = lambda: None


def _connections(module):
    import _loopscope_connection
    _loopscope_connection.install(module)


def _shared_memory(module):
    import _loopscope_memory
    module.BufferWrapper = _loopscope_memory.Block


def _named_memory(module):
    # A child that closes it closes it for itself.
    module.SharedMemory._loopscope_opened_twice = True


def _resources(module):
    # There is nobody to track: all processes end together.
    for name in ('ensure_running', 'register', 'unregister', 'getfd'):
        setattr(module, name, lambda *args: None)


def _reduction(module):
    import _loopscope_memory
    import _loopscope_pickle
    _loopscope_memory.install(module)
    _loopscope_pickle.hasten(module.ForkingPickler)


def _pickle(module):
    import _loopscope_pickle
    _loopscope_pickle.install(module)


CHANGES = {
    'asyncio.base_events': _event_loops,
    'concurrent.futures.process': _telling('tell_of_processes'),
    'concurrent.futures.thread': _telling('tell'),
    'logging': _logging,
    'multiprocessing': _processes,
    'multiprocessing.connection': _connections,
    'multiprocessing.heap': _shared_memory,
    'multiprocessing.pool': _telling('tell_of_pool'),
    'multiprocessing.reduction': _reduction,
    'multiprocessing.resource_tracker': _resources,
    'multiprocessing.shared_memory': _named_memory,
    'multiprocessing.util': _process_books,
    'pickle': _pickle,
    'threading': _threading,
    'zoneinfo': _zoneinfo,
}

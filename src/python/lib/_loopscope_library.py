"""Modules of the library that are changed as they are imported: most programs import none of them."""

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


def _pools(module):
    if _loopscope.is_recorded():
        import _loopscope_jobs
        _loopscope_jobs.tell(module)


def _threading(module):
    # The native class initialises a derived one once, not in every thread.
    import _threading_local
    module.local = _threading_local.local
    module.local.__module__, module.local.__qualname__ = '_thread', '_local'


def _zoneinfo(module):
    # Where CPython looks by default; the interpreter looks nowhere.
    module.reset_tzpath(['/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo'])


CHANGES = {'logging': _logging, 'concurrent.futures.thread': _pools, 'threading': _threading,
           'zoneinfo': _zoneinfo}

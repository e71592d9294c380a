"""`sys.modules`, in which each process finds modules of its own.

Its own are the program's and those of the library that hold what a process knows of itself. The rest of the
library is the same for all. In the main process all of them are in the dictionary itself.
"""

import _loopscope_boot
from _loopscope_process import current

# Modules of the library that hold what a process knows of itself; and what of them does not, and is used by others.
_OF_PROCESS = ('concurrent', 'logging', 'multiprocessing', 'random', 'threading')
_SHARED = 'concurrent.futures._base'

_MISSING = object()


def is_own(name, path):
    """Whether a module, by its name and where it is, is one that each process has for itself."""
    if name in ('__main__', '__mp_main__'):
        return True
    if name.partition('.')[0] in _OF_PROCESS:
        return name != _SHARED
    folder = _loopscope_boot.program_folder
    return bool(path and folder and path.startswith(folder + '/'))


def _is_own(name, module):
    return is_own(name, getattr(module, '__file__', None))


def _seen():
    process = current()
    return None if process.sees_mains else process.modules


class Modules(dict):

    def own(self):
        """The running process's own modules."""
        own = current().modules
        if own is not None:
            return own
        return {name: module for name, module in dict.items(self) if module and _is_own(name, module)}

    def _find(self, name):
        own = _seen()
        if own is not None and name in own:
            return own[name]
        module = dict.get(self, name, _MISSING)
        if own is None or module is _MISSING or not _is_own(name, module):
            return module
        return _MISSING

    def _holder(self, name, module):
        own = _seen()
        return own if own is not None and _is_own(name, module) else super()

    def __getitem__(self, name):
        module = self._find(name)
        if module is _MISSING:
            raise KeyError(name)
        return module

    def get(self, name, default=None):
        module = self._find(name)
        return default if module is _MISSING else module

    def __contains__(self, name):
        return self._find(name) is not _MISSING

    def __setitem__(self, name, module):
        self._holder(name, module).__setitem__(name, module)

    def __delitem__(self, name):
        self._holder(name, self[name]).__delitem__(name)

    def pop(self, name, *default):
        module = self.get(name, *default) if default else self[name]
        if name in self:
            del self[name]
        return module

    def setdefault(self, name, module=None):
        if name not in self:
            self[name] = module
        return self[name]

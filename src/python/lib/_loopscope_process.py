"""Simulated processes: threads in virtual time, each with a copy of the program's variables.

A process that is forked sees the variables of its parent as they were at that moment, and changes its own
copy. So does a simulated one: the program's modules get new globals, its functions and classes are made anew
on them, and what they hold is copied. What cannot be copied (an open file, say) is shared.
"""

import copy
import itertools
import sys
import threading
import types

import _loopscope
import _loopscope_boot

_pids = itertools.count(_loopscope.getpid() + 1)


def sent(value, memo=None):
    """A value as it comes out in another process: a copy, if it can be copied."""
    try:
        return copy.deepcopy(value, memo)
    except Exception:
        return value


def forked_world():
    """The world of a process that is being started; what is in the buffers it would write once more."""
    sys.stdout.flush()
    sys.stderr.flush()
    return World()


class World:
    """A copy of the program's modules."""

    def __init__(self):
        self.memo = {}
        modules = [module for name, module in list(sys.modules.items()) if _is_programs(name, module)]
        self.globals = {id(module.__dict__): {} for module in modules}
        for module in modules:
            self._names(module.__dict__)
        for module in modules:
            self._values(module.__dict__)

    def _names(self, old):
        for value in list(old.values()):
            if isinstance(value, types.FunctionType) and id(value.__globals__) in self.globals:
                self.memo[id(value)] = self._function(value)
            elif isinstance(value, type) and self._is_own(value):
                self._class(value)

    def _values(self, old):
        new = self.globals[id(old)]
        for name, value in list(old.items()):
            new[name] = self.copy(value) if not (name.startswith('__') and name.endswith('__')) else value

    def _is_own(self, cls):
        """Whether a class is defined in one of the program's modules."""
        return id(sys.modules.get(cls.__module__, sys).__dict__) in self.globals

    def copy(self, value):
        if id(value) in self.memo:
            return self.memo[id(value)]
        if isinstance(value, types.MethodType):
            return types.MethodType(self.copy(value.__func__), self.copy(value.__self__))
        if isinstance(value, (types.ModuleType, threading.Thread)):
            return value
        return sent(value, self.memo)

    def _function(self, old, cells=None):
        closure = old.__closure__
        if closure and cells:
            closure = tuple(cells.get(name, cell) for name, cell in zip(old.__code__.co_freevars, closure))
        new = types.FunctionType(old.__code__, self.globals[id(old.__globals__)], old.__name__,
                                 old.__defaults__, closure)
        new.__kwdefaults__ = old.__kwdefaults__
        new.__qualname__, new.__module__, new.__doc__ = old.__qualname__, old.__module__, old.__doc__
        new.__dict__.update(old.__dict__)
        return new

    def _class(self, old):
        if id(old) in self.memo:
            return self.memo[id(old)]
        cell = types.CellType()
        bases = tuple(self._class(base) if self._is_own(base) else base for base in old.__bases__)
        body = {}
        for name, value in old.__dict__.items():
            if name in ('__dict__', '__weakref__'):
                continue
            body[name] = self._member(value, {'__class__': cell})
        try:
            new = type(old)(old.__name__, bases, body)
        except Exception:
            new = old
        cell.cell_contents = new
        self.memo[id(old)] = new
        return new

    def _member(self, value, cells):
        if isinstance(value, types.FunctionType) and id(value.__globals__) in self.globals:
            return self._function(value, cells)
        if isinstance(value, (staticmethod, classmethod)):
            return type(value)(self._member(value.__func__, cells))
        if isinstance(value, property):
            parts = (self._member(part, cells) for part in (value.fget, value.fset, value.fdel))
            return property(*parts, value.__doc__)
        return value


def _is_programs(name, module):
    if name == '__main__':
        return True
    path = getattr(module, '__file__', None)
    folder = _loopscope_boot.program_folder
    return bool(path and folder and path.startswith(folder + '/'))


class ProcessThread(threading.Thread):
    """The thread that plays a process."""

    _loopscope_kind = 'process'

    def __init__(self, name, body, daemon=False):
        super().__init__(name=name, daemon=daemon)
        self.pid = next(_pids)
        self._body = body

    def run(self):
        _loopscope.enter_process(self.pid)
        try:
            self._body()
        finally:
            _loopscope.leave_process()


def in_main_thread():
    """Whether this is the main thread of its process, real or simulated."""
    thread = threading.current_thread()
    return thread is threading.main_thread() or isinstance(thread, ProcessThread)

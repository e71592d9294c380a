"""What a fork copies: modules, and all that can be reached from them.

The copies are what the child's memory would be: the same objects once more, made without asking the program.
No `__init__`, `__reduce__` or `__init_subclass__` of its classes runs. What stands for something outside of
memory is shared: files, generators that are under way, native objects without a copy of their own.
"""

import _random
import _thread
import abc
import collections
import copyreg
import io
import itertools
import sys
import types
import weakref

from _loopscope_boot import address

# Of these types, the object itself does.
ATOMS = frozenset((
    type(None), bool, int, float, complex, str, bytes, type(...), type(NotImplemented), range, types.CodeType,
    types.GetSetDescriptorType, types.MemberDescriptorType, types.WrapperDescriptorType, types.MethodDescriptorType,
    types.ClassMethodDescriptorType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType,
    types.FrameType, types.TracebackType,
))

# The language's own machinery, which the program can neither see nor change.
_GIVEN = ('__builtins__', '__spec__', '__loader__', '__cached__')

# What a class gets when it is made, and what it must not have while others are derived from it.
_MADE_WITH_CLASS = ('__dict__', '__weakref__', '__module__', '__qualname__', '__slots__', '_abc_impl')
_HOOK = '__init_subclass__'

_HEAP_TYPE = 1 << 9


class Copier:
    """Copies of modules and of what hangs together with them, each object once."""

    def __init__(self, modules):
        self._locals = []
        self._memo = {}
        # An address means an object only as long as that lives.
        self._kept = []
        self.copies = []
        self._hooks = []
        self._unfilled = set()
        self._opened = []
        self._names = set(modules)
        self._globals = {}
        self.modules = {}
        for name, old in modules.items():
            # One module may have two names.
            new = self._memo.get(address(old))
            if new is None:
                new = self._remember(old, types.ModuleType(old.__name__))
                self._globals[address(old.__dict__)] = self._remember(old.__dict__, new.__dict__)
            self.modules[name] = new
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, 20_000))
        try:
            for old in modules.values():
                self._fill_module(old)
        finally:
            sys.setrecursionlimit(limit)

    def _remember(self, old, new):
        self._memo[address(old)] = new
        self._kept.append(old)
        if new is not old:
            self.copies.append(new)
        return new

    def _fill_module(self, old):
        new = self.copy(old.__dict__)
        for name, value in list(old.__dict__.items()):
            new[name] = value if name in _GIVEN else self.copy(value)

    def locals(self):
        """The copies of thread-local objects, each with a copy of what it is to the running thread."""
        return [(new, self.copy(dict(old.__dict__))) for old, new in list(self._locals)]

    def finish(self):
        """Completes what needs all the rest: classes that may be derived from, and what is opened a second time."""
        for cls, hook in self._hooks:
            type.__setattr__(cls, _HOOK, hook)
        for old, new in self._opened:
            try:
                new.__init__(*old.__reduce__()[1])
            except OSError:
                # It is not there any more, and the copy as good as closed.
                pass

    def copy(self, old):
        kind = type(old)
        if kind in ATOMS:
            return old
        known = self._memo.get(address(old), self)
        if known is not self:
            return known
        how = _BY_TYPE.get(kind)
        if how is not None:
            return how(self, old)
        if isinstance(old, type):
            return self._class(old)
        return self._instance(old)

    def _tuple(self, old):
        items = [self.copy(item) for item in old]
        if all(map(_same, items, old)):
            return old
        # It may have been copied on the way, from inside.
        known = self._memo.get(address(old))
        return known if known is not None else self._remember(old, tuple(items))

    def _list(self, old):
        new = self._remember(old, [])
        if ATOMS.issuperset(map(type, old)):
            new.extend(old)
        else:
            new.extend(map(self.copy, list(old)))
        return new

    def _dict(self, old):
        new = self._remember(old, {})
        for key, value in list(old.items()):
            new[self.copy(key)] = self.copy(value)
        return new

    def _set(self, old):
        new = self._remember(old, set())
        new.update(map(self.copy, list(old)))
        return new

    def _frozenset(self, old):
        return self._remember(old, frozenset(map(self.copy, old)))

    def _function(self, old):
        names = self._globals.get(address(old.__globals__))
        closure = old.__closure__
        if names is None and not closure:
            return old
        # A function may refer to itself, so its cells are filled when it is there.
        cells = tuple(self._empty_cell(cell) for cell in closure) if closure else None
        new = types.FunctionType(old.__code__, old.__globals__ if names is None else names, old.__name__, None, cells)
        self._remember(old, new)
        for cell in closure or ():
            self._cell(cell)
        new.__defaults__ = self.copy(old.__defaults__)
        new.__kwdefaults__ = self.copy(old.__kwdefaults__)
        new.__annotate__ = self.copy(old.__annotate__)
        new.__qualname__, new.__module__, new.__doc__ = old.__qualname__, old.__module__, old.__doc__
        new.__type_params__ = old.__type_params__
        for name, value in list(old.__dict__.items()):
            new.__dict__[name] = self.copy(value)
        return new

    def _empty_cell(self, old):
        known = self._memo.get(address(old))
        if known is not None:
            return known
        self._unfilled.add(address(old))
        return self._remember(old, types.CellType())

    def _cell(self, old):
        new = self._empty_cell(old)
        if address(old) in self._unfilled:
            self._unfilled.remove(address(old))
            try:
                content = old.cell_contents
            except ValueError:
                return new
            new.cell_contents = self.copy(content)
        return new

    def _method(self, old):
        return types.MethodType(self.copy(old.__func__), self.copy(old.__self__))

    def _native_method(self, old):
        owner = getattr(old, '__self__', None)
        if owner is None or isinstance(owner, (type, types.ModuleType)):
            return old
        new = self.copy(owner)
        return old if new is owner else getattr(new, old.__name__)

    def _static(self, old):
        return self._remember(old, type(old)(self.copy(old.__func__)))

    def _property(self, old):
        return self._remember(old, property(*map(self.copy, (old.fget, old.fset, old.fdel)), old.__doc__))

    def _weakref(self, old):
        target = old()
        if target is None:
            return old
        new = self.copy(target)
        return self._remember(old, old if new is target else weakref.ref(new))

    def _weak_dict(self, old):
        new = self._remember(old, type(old)())
        for key, value in list(old.items()):
            new[self.copy(key)] = self.copy(value)
        return new

    def _weak_set(self, old):
        new = self._remember(old, type(old)())
        for item in list(old):
            new.add(self.copy(item))
        return new

    def _lock(self, old):
        new = self._remember(old, type(old)())
        if old.locked():
            new.acquire()
        return new

    def _reentrant_lock(self, old):
        # Whoever holds it is no thread of the child.
        return self._remember(old, type(old)())

    def _handle(self, old):
        # Of all threads only the one that forks goes on, and that gets a handle of its own.
        new = self._remember(old, _thread._make_thread_handle(old.ident))
        new._set_done()
        return new

    def _buffer(self, old):
        if old.closed:
            return old
        new = self._remember(old, type(old)(old.getvalue()))
        new.seek(old.tell())
        return new

    def _count(self, old):
        try:
            args = [int(arg) for arg in repr(old)[len('count('):-1].split(',')]
        except ValueError:
            return old
        return self._remember(old, itertools.count(*args))

    def _is_own(self, cls):
        return cls.__flags__ & _HEAP_TYPE and cls.__dict__.get('__module__') in self._names

    def _class(self, old):
        if not self._is_own(old):
            return old
        meta = self.copy(type(old))
        bases = tuple(map(self.copy, old.__bases__))
        members = old.__dict__
        body = {name: members[name] for name in ('__module__', '__slots__', '__orig_bases__') if name in members}
        body['__qualname__'] = old.__qualname__
        try:
            new = type.__new__(meta, old.__name__, bases, body)
        except Exception:
            return self._remember(old, old)
        self._remember(old, new)
        for name, value in list(members.items()):
            if name == _HOOK:
                self._hooks.append((new, self.copy(value)))
            elif name not in _MADE_WITH_CLASS and type(value) not in (
                    types.MemberDescriptorType, types.GetSetDescriptorType):
                type.__setattr__(new, name, self.copy(value))
        if isinstance(old, abc.ABCMeta):
            abc._abc_init(new)
        return new

    def _instance(self, old):
        kind = type(old)
        base = next((cls for cls in kind.__mro__ if not cls.__flags__ & _HEAP_TYPE), object)
        if _is_opened_twice(kind):
            new = self._remember(old, object.__new__(self.copy(kind)))
            self._opened.append((old, new))
            return new
        if not self._is_own(kind) and _has_own_way(kind):
            try:
                return self._by_reduction(old)
            except Exception:
                if base is not object:
                    return self._remember(old, old)
        make = _BY_BASE.get(base) or (issubclass(base, BaseException) and _exception)
        if not make or isinstance(old, types.ModuleType):
            return self._remember(old, old)
        new = make(self, base, old, self.copy(kind))
        self._state(old, new)
        if _is_local(kind):
            self._locals.append((old, new))
        return new

    def _by_reduction(self, old):
        reduce = copyreg.dispatch_table.get(type(old))
        parts = reduce(old) if reduce else old.__reduce_ex__(4)
        if isinstance(parts, str):
            return self._remember(old, old)
        make, args, state, items, pairs, *_ = (*parts, None, None, None, None)
        new = self._remember(old, self.copy(make)(*self.copy(args)))
        if state is not None:
            state = self.copy(state)
            if hasattr(new, '__setstate__'):
                new.__setstate__(state)
            else:
                members, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
                new.__dict__.update(members or {})
                for name, value in (slots or {}).items():
                    setattr(new, name, value)
        for item in items or ():
            new.append(self.copy(item))
        for key, value in pairs or ():
            new[self.copy(key)] = self.copy(value)
        return new

    def _state(self, old, new):
        try:
            members = object.__getattribute__(old, '__dict__')
        except AttributeError:
            members = {}
        if members:
            state = object.__getattribute__(new, '__dict__')
            for name, value in list(members.items()):
                state[name] = self.copy(value)
        for cls, twin in zip(type(old).__mro__, type(new).__mro__):
            if not cls.__flags__ & _HEAP_TYPE:
                continue
            for name, member in list(cls.__dict__.items()):
                if type(member) is types.MemberDescriptorType:
                    try:
                        value = member.__get__(old)
                    except AttributeError:
                        continue
                    twin.__dict__[name].__set__(new, self.copy(value))


def _same(a, b):
    return a is b


def _has_own_way(kind):
    """Whether a class says how its instances are copied."""
    return (kind in copyreg.dispatch_table or kind.__reduce_ex__ is not object.__reduce_ex__
            or kind.__reduce__ is not object.__reduce__) and not issubclass(kind, BaseException)


def _is_opened_twice(kind):
    return kind.__dict__.get('_loopscope_opened_twice', False)


def _is_local(kind):
    return any(cls.__name__ in ('local', '_local') and cls.__module__ in ('_thread', '_threading_local')
               for cls in kind.__mro__)


def _plain(copier, base, old, kind):
    return copier._remember(old, object.__new__(kind))


def _number(copier, base, old, kind):
    return copier._remember(old, base.__new__(kind, base.__pos__(old)))


def _text(copier, base, old, kind):
    return copier._remember(old, str.__new__(kind, str.encode(old, 'utf-8', 'surrogatepass').decode(
        'utf-8', 'surrogatepass')))


def _bytes(copier, base, old, kind):
    return copier._remember(old, base.__new__(kind, bytes(memoryview(old))))


def _frozen(copier, base, old, kind):
    return copier._remember(old, base.__new__(kind, [copier.copy(item) for item in base.__iter__(old)]))


def _sequence(copier, base, old, kind):
    new = copier._remember(old, base.__new__(kind))
    if base is collections.deque and old.maxlen is not None:
        base.__init__(new, (), old.maxlen)
    base.extend(new, [copier.copy(item) for item in base.__iter__(old)])
    return new


def _set_of(copier, base, old, kind):
    new = copier._remember(old, base.__new__(kind))
    base.update(new, [copier.copy(item) for item in base.__iter__(old)])
    return new


def _mapping(copier, base, old, kind):
    new = copier._remember(old, base.__new__(kind))
    for key, value in list(base.items(old)):
        base.__setitem__(new, copier.copy(key), copier.copy(value))
    return new


def _generator_of_chance(copier, base, old, kind):
    new = copier._remember(old, base.__new__(kind))
    base.setstate(new, base.getstate(old))
    return new


def _exception(copier, base, old, kind):
    new = copier._remember(old, base.__new__(kind, *map(copier.copy, old.args)))
    new.__cause__, new.__context__ = copier.copy(old.__cause__), copier.copy(old.__context__)
    new.__suppress_context__, new.__traceback__ = old.__suppress_context__, old.__traceback__
    return new


_BY_TYPE = {
    tuple: Copier._tuple, list: Copier._list, dict: Copier._dict, set: Copier._set, frozenset: Copier._frozenset,
    types.FunctionType: Copier._function, types.MethodType: Copier._method, types.CellType: Copier._cell,
    types.BuiltinFunctionType: Copier._native_method, types.MethodWrapperType: Copier._native_method,
    staticmethod: Copier._static, classmethod: Copier._static, property: Copier._property,
    weakref.ref: Copier._weakref, weakref.WeakKeyDictionary: Copier._weak_dict,
    weakref.WeakValueDictionary: Copier._weak_dict, weakref.WeakSet: Copier._weak_set,
    _thread.lock: Copier._lock, _thread.RLock: Copier._reentrant_lock, _thread._ThreadHandle: Copier._handle,
    itertools.count: Copier._count, io.StringIO: Copier._buffer, io.BytesIO: Copier._buffer,
}

_BY_BASE = {
    _random.Random.__mro__[1]: _generator_of_chance,
    object: _plain, int: _number, float: _number, complex: _number, str: _text, bytes: _bytes, bytearray: _bytes,
    tuple: _frozen, frozenset: _frozen, list: _sequence, collections.deque: _sequence, set: _set_of, dict: _mapping,
}

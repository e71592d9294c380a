"""Pickle in the words of CPython's own pickler, and fast enough for what processes send each other.

The library's pickler is written in Python. Most of what is large is lists of numbers and the like, which the
interpreter can write by itself.
"""

import marshal
import sys

_NOTE = 'when serializing '


def install(module):
    module.PicklingError.__module__ = module.UnpicklingError.__module__ = '_pickle'
    module.whichmodule = lambda thing, name: _module_of(module.PicklingError, thing, name)
    for name in ('dump', 'dumps', 'load', 'loads'):
        function = getattr(module, name)
        function.__name__ = function.__qualname__ = name
    dump = module._Pickler.dump

    def reworded(self, obj):
        try:
            dump(self, obj)
        except Exception as error:
            # CPython says only since 3.14 what it was at.
            if all(note.startswith(_NOTE) for note in getattr(error, '__notes__', ('',))):
                del error.__notes__
            raise

    reworded.__name__, reworded.__qualname__ = 'dump', '_Pickler.dump'
    module._Pickler.dump = reworded


# What marshal writes as it is, and nothing can tell from the original.
_PLAIN = frozenset((type(None), bool, int, float, complex, str, bytes))

# Below this many items it does not pay.
_MANY = 8


def hasten(pickler):
    """Lets a class of picklers leave large plain containers to the interpreter."""
    pickler.dispatch = dict(pickler.dispatch)
    for kind in (list, tuple, dict, set, frozenset):
        pickler.dispatch[kind] = _hastened(pickler.dispatch[kind])


def _hastened(save):
    def save_plain(self, container):
        if len(container) >= _MANY and _is_plain(container):
            self.save_reduce(marshal.loads, (marshal.dumps(container),), obj=container)
        else:
            save(self, container)
    return save_plain


def _is_plain(container):
    """Whether it holds nothing but plain values, or tuples of them."""
    if isinstance(container, dict) and not _PLAIN.issuperset(map(type, container.values())):
        return False
    kinds = set(map(type, container))
    if tuple not in kinds:
        return _PLAIN.issuperset(kinds)
    kinds.remove(tuple)
    return _PLAIN.issuperset(kinds) and all(
        _PLAIN.issuperset(map(type, item)) for item in container if type(item) is tuple)


def _module_of(error, thing, name):
    """The module in which pickle finds a class or a function by its name."""
    if '<locals>' in name.split('.'):
        raise AttributeError(f"Can't get local object {name!r}")
    found = getattr(thing, '__module__', None)
    if found is None:
        found = next((module_name for module_name, module in list(sys.modules.items())
                      if module and module_name not in ('__main__', '__mp_main__')
                      and _found(module, name) is thing), '__main__')
    try:
        __import__(found, level=0)
        module = sys.modules[found]
    except (ImportError, ValueError, KeyError):
        raise error(f"Can't pickle {thing!r}: import of module {found!r} failed") from None
    there = _found(module, name)
    if there is None:
        raise error(f"Can't pickle {thing!r}: attribute lookup {name} on {found} failed")
    if there is not thing:
        raise error(f"Can't pickle {thing!r}: it's not the same object as {found}.{name}")
    return found


def _found(module, name):
    for part in name.split('.'):
        module = getattr(module, part, None)
    return module

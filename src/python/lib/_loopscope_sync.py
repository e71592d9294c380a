"""What happens to locks, events, semaphores, conditions, barriers and queues, told as it happens.

The library's own classes stay as they are: the attribute that holds a state becomes a descriptor that tells
of changes, and the few functions that move items or waiters are followed by a word.
"""

import functools
import types

import _loopscope


class _Told:
    """An attribute of an instance whose changes are told."""

    def __init__(self, name, kind, tell):
        self._name, self._kind, self._tell = name, kind, tell

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__[self._name]

    def __set__(self, instance, value):
        missing = object()
        old = instance.__dict__.get(self._name, missing)
        instance.__dict__[self._name] = value
        if old is not missing:
            operation = self._tell(old, value)
            if operation:
                _loopscope.sync(instance, self._kind, operation)


def _flag(on, off):
    return lambda old, new: None if old == new else on if new else off


def _level(old, new):
    return None if old == new else 'release' if new > old else 'acquire'


def _count(old, new):
    return None if old == new else 'wait' if new > old else 'release'


def _followed(cls, name, kind, operation):
    original = getattr(cls, name)

    @functools.wraps(original)
    def told(self, *args, **kwargs):
        result = original(self, *args, **kwargs)
        _loopscope.sync(self, kind, operation)
        return result

    setattr(cls, name, told)


def _waiting(cls, kind):
    """Whoever has to wait asks for the loop, to make a future on it."""
    get_loop = cls._get_loop

    def told(self):
        _loopscope.sync(self, kind, 'wait')
        return get_loop(self)

    cls._get_loop = told


def install(locks, queues):
    get_loop = locks.Event._get_loop
    locks.Lock._locked = _Told('_locked', 'lock', _flag('acquire', 'release'))
    locks.Event._value = _Told('_value', 'event', _flag('set', 'clear'))
    locks.Semaphore._value = _Told('_value', 'semaphore', _level)
    locks.Barrier._count = _Told('_count', 'barrier', _count)
    _followed(locks.Condition, 'notify', 'condition', 'notify')
    # A queue's own event is a part of it and nobody's business.
    silent = _Told('_value', 'event', lambda old, new: None)
    quiet = type('Event', (locks.Event,), {'_value': silent, '_get_loop': get_loop})
    queues.locks = types.SimpleNamespace(Event=quiet)
    for queue in (queues.Queue, queues.PriorityQueue, queues.LifoQueue):
        _followed(queue, '_put', 'queue', 'put')
        _followed(queue, '_get', 'queue', 'get')
    _followed(queues.Queue, 'task_done', 'queue', 'task done')
    _followed(queues.Queue, 'shutdown', 'queue', 'shutdown')
    waited_for = (locks.Lock, 'lock'), (locks.Event, 'event'), (locks.Semaphore, 'semaphore'), \
        (locks.Condition, 'condition'), (queues.Queue, 'queue')
    for cls, kind in waited_for:
        _waiting(cls, kind)

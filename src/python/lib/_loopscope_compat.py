"""Forms of asyncio that Python has removed: how they were, and what is written instead.

`@asyncio.coroutine` with `yield from` went in 3.11, bare coroutines in `wait` in 3.11, the `loop` argument in
3.10, `Task.current_task` and `Task.all_tasks` in 3.9.
"""

import collections.abc
import functools
import inspect
import types

# A part of an error's text, and what to say of it.
HINTS = (
    ("module 'asyncio' has no attribute 'coroutine'",
     '@asyncio.coroutine was removed in Python 3.11; one writes "async def" and "await" instead'),
    ('Passing coroutines is forbidden, use tasks explicitly',
     'asyncio.wait() takes no bare coroutines since Python 3.11; one wraps them by asyncio.create_task() first'),
    ("unexpected keyword argument 'loop'",
     'the loop argument was removed in Python 3.10; one leaves it out, the running loop is meant anyway'),
    ("type object 'Task' has no attribute 'all_tasks'",
     'Task.all_tasks() was removed in Python 3.9; one calls asyncio.all_tasks() instead'),
    ("type object 'Task' has no attribute 'current_task'",
     'Task.current_task() was removed in Python 3.9; one calls asyncio.current_task() instead'),
)


def hint(error):
    """A sentence for whoever meets the end of a removed form; nothing for other errors."""
    text = str(error)
    for part, sentence in HINTS:
        if part in text and isinstance(error, (AttributeError, TypeError)):
            return f'loopscope: {sentence}; to run the program as it was, use --compat 3.8'
    return None


def _coroutine(function):
    if inspect.iscoroutinefunction(function):
        return function
    if inspect.isgeneratorfunction(function):
        generator = function
    else:
        @functools.wraps(function)
        def generator(*args, **kwargs):
            result = function(*args, **kwargs)
            if inspect.isgenerator(result) or hasattr(result, '__await__'):
                result = yield from result
            return result
    made = types.coroutine(generator)
    return made


def _without_loop(function):
    @functools.wraps(function)
    def call(*args, loop=None, **kwargs):
        return function(*args, **kwargs)
    return call


def install(asyncio):
    coroutines, tasks = asyncio.coroutines, asyncio.tasks
    coroutines._COROUTINE_TYPES = (types.CoroutineType, types.GeneratorType, collections.abc.Coroutine)
    asyncio.coroutine = coroutines.coroutine = _coroutine
    wait = tasks.wait

    async def old_wait(fs, *, loop=None, **kwargs):
        return await wait([tasks.ensure_future(awaitable) for awaitable in fs], **kwargs)

    functools.update_wrapper(old_wait, wait)
    asyncio.wait = tasks.wait = old_wait
    for name in ('sleep', 'gather', 'wait_for', 'shield', 'as_completed'):
        function = _without_loop(getattr(tasks, name))
        setattr(tasks, name, function)
        setattr(asyncio, name, function)
    for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore,
                asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        if '__init__' in cls.__dict__:
            cls.__init__ = _without_loop(cls.__init__)
    asyncio.Task = tasks.Task = _old_task(asyncio)


def _old_task(asyncio):
    class Task(asyncio.Task):
        @staticmethod
        def all_tasks(loop=None):
            return asyncio.all_tasks(loop)

        @staticmethod
        def current_task(loop=None):
            return asyncio.current_task(loop)

    Task.__module__, Task.__qualname__ = '_asyncio', 'Task'
    return Task

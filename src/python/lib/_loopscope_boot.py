"""Before a program starts: virtual time, recorded output, seeded chance."""

import builtins
import io
import sys
import time

import _loopscope


class _Output(io.BufferedIOBase):
    """The binary end of sys.stdout or sys.stderr."""

    def __init__(self, fd, name):
        self._fd = fd
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def mode(self):
        return 'wb'

    @property
    def raw(self):
        return self

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError('write to closed file')
        return _loopscope.write(self._fd, data)

    def flush(self):
        if not self.closed:
            _loopscope.flush(self._fd)

    def fileno(self):
        return self._fd

    def isatty(self):
        return _loopscope.is_terminal(self._fd)


def _text(fd, name, errors):
    stream = io.TextIOWrapper(_Output(fd, name), encoding='utf-8', errors=errors, write_through=True,
                              line_buffering=fd == 2)
    stream.mode = 'w'
    return stream


def _virtual_time():
    for name in ('time', 'time_ns', 'monotonic', 'monotonic_ns', 'perf_counter', 'perf_counter_ns', 'sleep'):
        setattr(time, name, getattr(_loopscope, name))
    gmtime, strftime, asctime = time.gmtime, time.strftime, time.asctime
    now = _loopscope.time

    def virtual_gmtime(seconds=None):
        return gmtime(now() if seconds is None else seconds)

    def virtual_strftime(format, t=None):
        return strftime(format, virtual_gmtime() if t is None else t)

    def virtual_asctime(t=None):
        return asctime(virtual_gmtime() if t is None else t)

    def ctime(seconds=None):
        return asctime(virtual_gmtime(seconds))

    for name, function in (('gmtime', virtual_gmtime), ('localtime', virtual_gmtime), ('ctime', ctime),
                           ('strftime', virtual_strftime), ('asctime', virtual_asctime)):
        function.__name__ = function.__qualname__ = name
        setattr(time, name, function)
    # Computing costs no virtual time, so the time spent computing is what reading the clock cost.
    time.process_time = time.thread_time = lambda: 0.0
    time.process_time_ns = time.thread_time_ns = lambda: 0
    time.timezone = time.altzone = time.daylight = 0
    time.tzname = ('UTC', 'UTC')


def _seeded_chance(seed):
    import _random
    import posix
    chance = _random.Random()
    chance.seed(seed)

    class Random(_random.Random):

        def seed(self, a=None):
            super().seed(chance.getrandbits(64) if a is None else a)

    Random.__module__ = '_random'
    _random.Random = Random

    def urandom(size, /):
        return chance.getrandbits(8 * size).to_bytes(size, 'little') if size else b''

    posix.urandom = urandom
    if 'os' in sys.modules:
        sys.modules['os'].urandom = urandom
    for module in filter(None, (posix, sys.modules.get('os'))):
        module.getpid = lambda: 4242
        module.getppid = lambda: 4241


def _whole_prints():
    """A print to our own streams is one write, so that it is one event."""
    library_print = builtins.print

    def print(*values, sep=' ', end='\n', file=None, flush=False):
        stream = sys.stdout if file is None else file
        if type(stream) is not io.TextIOWrapper or type(stream.buffer) is not _Output:
            return library_print(*values, sep=sep, end=end, file=file, flush=flush)
        if sep is None:
            sep = ' '
        elif not isinstance(sep, str):
            raise TypeError(f'sep must be None or a string, not {type(sep).__name__}')
        if end is None:
            end = '\n'
        elif not isinstance(end, str):
            raise TypeError(f'end must be None or a string, not {type(end).__name__}')
        stream.write(sep.join(map(str, values)) + end)
        if flush:
            stream.flush()

    print.__module__ = 'builtins'
    builtins.print = print


def prepare(seed, path, folder, source):
    sys.stdout = sys.__stdout__ = _text(1, '<stdout>', 'strict')
    sys.stderr = sys.__stderr__ = _text(2, '<stderr>', 'backslashreplace')
    _virtual_time()
    _seeded_chance(seed)
    _whole_prints()
    import _sitebuiltins
    builtins.exit = _sitebuiltins.Quitter('exit', 'Ctrl-D (i.e. EOF)')
    builtins.quit = _sitebuiltins.Quitter('quit', 'Ctrl-D (i.e. EOF)')
    sys.path.insert(0, folder)


def finish():
    """What the interpreter does after the program: waits for its threads, runs its exit handlers."""
    threading = sys.modules.get('threading')
    if threading is not None:
        threading._shutdown()
    import atexit
    atexit._run_exitfuncs()

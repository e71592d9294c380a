"""Before a program starts: virtual time, recorded output, seeded chance."""

import builtins
import io
import sys
import time

import _loopscope


# Where the program's own modules are.
program_folder = ''

# The interpreter's own `id`: where an object is, which differs from run to run.
address = None

# The Python whose removed forms are to work, if any.
compat = ''

# Pools are sized by it, so it is the same on every machine.
CPUS = 2


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


# The machine's clocks by number, and what they show in virtual time; those not listed count what computing costs.
_CLOCKS = {}


def _clock_gettime_ns(clock, /):
    return _CLOCKS.get(clock, int)()


def _clock_gettime(clock, /):
    return _clock_gettime_ns(clock) / 1e9


def _virtual_time():
    # The library's own, for the native functions to call.
    time._date, time._asctime, time._strftime = time.gmtime, time.asctime, time.strftime
    for name in ('time', 'time_ns', 'monotonic', 'monotonic_ns', 'perf_counter', 'perf_counter_ns', 'sleep',
                 'gmtime', 'localtime', 'asctime', 'ctime', 'strftime'):
        setattr(time, name, getattr(_loopscope, name))
    for clock in ('REALTIME', 'REALTIME_COARSE', 'TAI'):
        _CLOCKS[getattr(time, f'CLOCK_{clock}', None)] = _loopscope.time_ns
    for clock in ('MONOTONIC', 'MONOTONIC_RAW', 'MONOTONIC_COARSE', 'BOOTTIME'):
        _CLOCKS[getattr(time, f'CLOCK_{clock}', None)] = _loopscope.monotonic_ns
    time.clock_gettime, time.clock_gettime_ns = _clock_gettime, _clock_gettime_ns
    # Computing costs no virtual time.
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
        module.getpid = _loopscope.getpid
        module.getppid = lambda: 4241
        module.cpu_count = module.process_cpu_count = lambda: CPUS


def _virtual_threads():
    import _thread
    import _virtual_thread
    for name in ('lock', 'RLock', '_ThreadHandle', 'start_joinable_thread', 'start_new_thread', 'start_new',
                 'allocate_lock', 'get_ident', 'get_native_id', '_get_main_thread_ident', '_make_thread_handle',
                 '_shutdown'):
        setattr(_thread, name, getattr(_virtual_thread, name))
    _thread.LockType, _thread.allocate = _thread.lock, _thread.allocate_lock
    # The native queue waits for real; the library's own waits on the locks above.
    sys.modules['_queue'] = None


class _OldThrow:
    """Matches one warning. A regular expression would do, but `re` takes longer to import than the rest here."""

    @staticmethod
    def match(text):
        return text.lower().startswith('the (type, val, tb) signature of throw')


def _no_warning_of_old_throws():
    """The interpreter itself throws into asynchronous generators in the old way."""
    import warnings
    warnings._add_filter('ignore', _OldThrow, DeprecationWarning, None, 0, append=False)


def _no_input(prompt='', /):
    message = ('input() reads from the terminal, which the screen has; '
               '`loopscope run` runs the program with a terminal of its own')
    _loopscope.finding('unsupported', message)
    raise RuntimeError(message)


def explain(error):
    """Says what replaced a form that Python has removed."""
    import _loopscope_compat
    sentence = _loopscope_compat.hint(error)
    if sentence:
        sys.stderr.write(sentence + '\n')


def prepare(seed, folder, compat_with, has_terminal):
    sys.stdout = sys.__stdout__ = _text(1, '<stdout>', 'strict')
    sys.stderr = sys.__stderr__ = _text(2, '<stderr>', 'backslashreplace')
    _loopscope.own_streams(sys.stdout, sys.stderr)
    global address
    address = builtins.id
    builtins.print, builtins.id = _loopscope.print, _loopscope.id
    _virtual_time()
    _virtual_threads()
    import _loopscope_signals
    _loopscope_signals.install()
    _seeded_chance(seed)
    import _sitebuiltins
    builtins.exit = _sitebuiltins.Quitter('exit', 'Ctrl-D (i.e. EOF)')
    builtins.quit = _sitebuiltins.Quitter('quit', 'Ctrl-D (i.e. EOF)')
    # The collector looks for cycles in an order that differs from run to run; a program can still call it.
    import gc
    gc.disable()
    sys.path.insert(0, folder)
    _no_warning_of_old_throws()
    import _loopscope_library
    _loopscope_library.install()
    global program_folder, compat
    program_folder, compat = folder, compat_with
    if not has_terminal:
        _no_input.__name__ = _no_input.__qualname__ = 'input'
        builtins.input = _no_input


def finish():
    """What the interpreter does after the program: waits for its threads, runs its exit handlers."""
    threading = sys.modules.get('threading')
    if threading is not None:
        threading._shutdown()
    import atexit
    atexit._run_exitfuncs()
    # As at CPython's end, whoever has a last word cannot import this any more.
    sys.modules['tracemalloc'] = None
    sys.last_exc = sys.last_type = sys.last_value = sys.last_traceback = None

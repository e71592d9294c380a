"""`multiprocessing.connection` on pipes between simulated processes."""

import collections
import io
import itertools

import _loopscope_pipe as pipes

# Who takes calls, by address.
_listening = {}
_numbers = itertools.count(1)


def install(module):
    connection = module.Connection
    connection._close, connection._send_bytes, connection._recv_bytes = _close, _send_bytes, _recv_bytes

    def pair(duplex=True):
        """Returns pair of connection objects at either end of a pipe"""
        if duplex:
            here, there = pipes.socket_pair()
            return module.Connection(here), module.Connection(there)
        reader, writer = pipes.pipe()
        return module.Connection(reader, writable=False), module.Connection(writer, readable=False)

    pair.__name__ = pair.__qualname__ = 'Pipe'
    module.Pipe, module.wait, module.arbitrary_address = pair, _wait, _address
    module.SocketListener = lambda address, family, backlog=1: _Listener(module, address)
    module.SocketClient = lambda address: _client(module, address)


def _close(self):
    pipes.close(self._handle)


def _send_bytes(self, message):
    pipes.end_of(self._handle).outgoing.write(bytes(message))


def _recv_bytes(self, maxsize=None):
    message = pipes.end_of(self._handle).incoming.read()
    if maxsize is not None and len(message) > maxsize:
        return None
    content = io.BytesIO(message)
    content.seek(0, io.SEEK_END)
    return content


def _wait(object_list, timeout=None):
    """Wait till an object in object_list is ready/readable."""
    objects = [(item, pipes.end_of(item if isinstance(item, int) else item.fileno()).incoming)
               for item in object_list]
    ready = pipes.wait([channel for _, channel in objects], timeout)
    return [item for item, channel in objects if channel in ready]


def _address(family):
    number = next(_numbers)
    return ('localhost', 49_152 + number) if family == 'AF_INET' else f'/tmp/pymp-loopscope/sock-{number}'


class _Listening(pipes.End):
    """What takes calls at an address, until the last process that holds it lets it go."""

    def __init__(self, address):
        # Its messages tell of calls.
        super().__init__(pipes.Channel(pipes.SOCKET_SIZE), None)
        self._address = address
        self._calls = collections.deque()
        _listening[address] = self

    def call(self):
        """Somebody calls: gives the caller's end of a new pipe."""
        caller, called = pipes.pair_of_ends()
        self._calls.append(called)
        self.incoming.write(b'')
        return caller

    def accept(self):
        self.incoming.read()
        return self._calls.popleft()

    def let_go(self):
        super().let_go()
        if not self.incoming.readers:
            _listening.pop(self._address, None)
            for called in self._calls:
                called.let_go()


class _Listener:
    """What the library calls a `SocketListener`."""

    def __init__(self, module, address):
        if address in _listening:
            raise OSError(98, 'Address already in use')
        self._module, self._address, self._last_accepted = module, address, None
        self._handle = pipes.attach(_Listening(address))

    def accept(self):
        called = pipes.end_of(self._handle).accept()
        return self._module.Connection(pipes.attach(called))

    def close(self):
        pipes.close(self._handle)


def _client(module, address):
    listening = _listening.get(address)
    if listening is None:
        if isinstance(address, tuple):
            raise ConnectionRefusedError(111, 'Connection refused')
        raise FileNotFoundError(2, 'No such file or directory')
    return module.Connection(pipes.attach(listening.call()))

"""`multiprocessing.connection` on pipes between simulated processes."""

import collections
import io
import itertools

import _loopscope_pipe as pipes

# Who listens, by address.
_listeners = {}
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


class _Listener:
    """Somebody who takes calls at an address; each is a new pipe."""

    def __init__(self, module, address):
        if address in _listeners:
            raise OSError(98, 'Address already in use')
        self._module, self._address, self._last_accepted = module, address, None
        self._calls = collections.deque()
        # Its messages tell of calls.
        self._bell = pipes.Channel(pipes.SOCKET_SIZE)
        _listeners[address] = self

    def call(self):
        caller, called = pipes.pair_of_ends()
        self._calls.append(called)
        self._bell.write(b'')
        return pipes.attach(caller)

    def accept(self):
        self._bell.read()
        return self._module.Connection(pipes.attach(self._calls.popleft()))

    def close(self):
        _listeners.pop(self._address, None)


def _client(module, address):
    listener = _listeners.get(address)
    if listener is None:
        if isinstance(address, tuple):
            raise ConnectionRefusedError(111, 'Connection refused')
        raise FileNotFoundError(2, 'No such file or directory')
    return module.Connection(listener.call())

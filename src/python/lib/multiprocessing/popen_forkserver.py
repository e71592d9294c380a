"""Starts a simulated process as a fork server would: like a spawned one, for the server has imported nothing."""

from . import popen_spawn_posix

__all__ = ['Popen']


class Popen(popen_spawn_posix.Popen):
    method = 'forkserver'

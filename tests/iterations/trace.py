"""What each iteration of CPython's loop runs: `python3 trace.py PROGRAM` prints a line for each that runs anything.

    python3 trace.py --write PYTHON    runs every program of this folder five times and keeps what they agree on

A step is named by its task, a callback by its function. `tests/iterations.rs` finds the same lines in recordings.
"""

import asyncio
import contextlib
import io
import pathlib
import runpy
import subprocess
import sys
from asyncio import base_events, events

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 5
iterations = []


def label(callback):
    """`Task-1` for a step of that task, else the function's name."""
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, asyncio.Task):
        return owner.get_name()
    callback = getattr(callback, "func", callback)
    return callback.__qualname__.replace("<locals>.", "")


def watch():
    """From here on, iterations and what they run are noted."""
    run_once, run = base_events.BaseEventLoop._run_once, events.Handle._run

    def noted_run_once(self):
        iterations.append([])
        run_once(self)

    def noted_run(self):
        iterations[-1].append(label(self._callback))
        run(self)

    base_events.BaseEventLoop._run_once = noted_run_once
    events.Handle._run = events.TimerHandle._run = noted_run


def trace(program):
    """Runs a program and prints what its iterations ran."""
    watch()
    with contextlib.redirect_stdout(io.StringIO()):
        runpy.run_path(program, run_name="__main__")
    for ran in iterations:
        # The loop's own pipe for waking up has no counterpart.
        if ran := [name for name in ran if "_read_from_self" not in name]:
            print(" ".join(ran))


def write(python):
    """Keeps the traces of all programs that are the same every time."""
    for program in sorted(HERE.glob("*.py")):
        if program.name == "trace.py":
            continue
        runs = {subprocess.run([python, __file__, program], capture_output=True, text=True, check=True).stdout for _ in range(RUNS)}
        if len(runs) > 1:
            sys.exit(f"{program.name}: not the same every time")
        program.with_suffix(".trace").write_text(runs.pop())
        print(program.name)


if __name__ == "__main__":
    write(sys.argv[2]) if sys.argv[1] == "--write" else trace(sys.argv[1])

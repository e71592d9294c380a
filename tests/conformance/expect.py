"""What CPython makes of the conformance programs, kept beside them.

    python3 expect.py PYTHON [NAME ...]           write NAME.out and NAME.err as this `python3` gives them
    python3 expect.py --check PYTHON [PYTHON ...] run them all, list what differs from what is kept

`topic/NAME.out` is a first line `# CPython 3.13.0, exit 0`, then the standard output as it came; `topic/NAME.err`,
where there is any, the standard error without what is not the program's (see `normal`). A program is run five times;
if the five are not alike, or a stated virtual time is not what it took, nothing is written for it and the script says so.

Comments at the top of a program:

    # virtual: 3.0          it waits for 3 s in all, to be found again in virtual time
    # stderr: not compared  what it writes there depends on the machine
    # needs: 3.12           older versions lack something that it uses
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
RUNS = 5
LIMIT = 60
# Starting the interpreter and its modules counts in real time, so what a program took is known to this only.
SLACK = 0.7


class Outcome(NamedTuple):
    """How a run ended, as far as two runs are compared."""

    code: int
    stdout: bytes
    stderr: str


def directives(program):
    """The comments of the form `# name: value` before the first line of code."""
    found = {}
    for line in program.read_text().splitlines():
        if not line.startswith("#"):
            break
        if match := re.fullmatch(r"# (\w+): (.+)", line):
            found[match[1]] = match[2]
    return found


def is_mark(line):
    """Whether a line only underlines the one above it: the marks differ between versions."""
    return bool(line.strip(" |~^") == "" and line.strip(" |"))


def indent(line):
    """How far in a traceback's line stands; a group's bar belongs to it."""
    return len(line) - len(line.lstrip(" |"))


def owner(line):
    """The file that a frame of a traceback, or a warning, names; None for any other line."""
    frame = re.match(r'[ |]*File "([^"]*)", line \d+', line)
    warning = re.match(r"(\S+?):\d+: \w*Warning: ", line)
    match = frame or warning
    return match and match[1]


def without_libraries(lines, name):
    """Drops the frames of a library with the source below them; of a warning, the place alone."""
    skipping = None
    for line in lines:
        if skipping is not None and line and indent(line) > skipping:
            continue
        skipping = None
        file = owner(line)
        if file is None or Path(file).name == name:
            yield line
            continue
        skipping = indent(line)
        if not line.lstrip(" |").startswith("File "):
            yield re.sub(r"^\S+?:\d+: ", "library: ", line)


def normal(text, program):
    """Standard error without what is not the program's own: library frames, folders, addresses, marks, durations."""
    text = text.replace(f"{program.parent}{os.sep}", "")
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    text = re.sub(r"took \d+\.\d+ seconds", "took seconds", text)
    lines = (line for line in text.splitlines() if not is_mark(line))
    return "".join(f"{line}\n" for line in without_libraries(lines, program.name))


def environment():
    """Nothing of the caller's settings, so that everybody gets the same."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"}


def run(python, program):
    """One run: how it ended, and the seconds it took."""
    start = time.monotonic()
    done = subprocess.run(
        [python, program], capture_output=True, stdin=subprocess.DEVNULL, cwd=program.parent, env=environment(), timeout=LIMIT
    )
    stderr = "" if directives(program).get("stderr") else normal(done.stderr.decode(errors="replace"), program)
    return Outcome(done.returncode, done.stdout, stderr), time.monotonic() - start


def version_of(python):
    """`3.13.0`, asked of the interpreter itself."""
    code = "import platform; print(platform.python_implementation(), platform.python_version())"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def too_old(program, version):
    """Whether the program says that it needs a later version."""
    needed = directives(program).get("needs", "3.0")
    return [int(n) for n in version.split()[1].split(".")[:2]] < [int(n) for n in needed.split(".")]


def fault(outcomes, seconds, program):
    """Why these runs are no expectation; None if they are."""
    if len(set(outcomes)) > 1:
        return "unstable"
    stated = directives(program).get("virtual")
    if stated and not float(stated) - 0.05 <= min(seconds) <= float(stated) + SLACK:
        return f"took {min(seconds):.2f} s, not {stated}"
    return None


def write(program, version, outcome):
    """Keeps an outcome beside its program."""
    header = f"# {version}, exit {outcome.code}\n"
    program.with_suffix(".out").write_bytes(header.encode() + outcome.stdout)
    errors = program.with_suffix(".err")
    if outcome.stderr:
        errors.write_text(outcome.stderr)
    else:
        errors.unlink(missing_ok=True)


def kept(program):
    """What was written for a program."""
    header, _, stdout = program.with_suffix(".out").read_bytes().partition(b"\n")
    errors = program.with_suffix(".err")
    stderr = errors.read_text() if errors.exists() else ""
    return Outcome(int(header.rpartition(b" ")[2]), stdout, stderr)


def regenerate(python, version, program):
    """Five runs, and what they gave if they were alike; gives back a line to print, or None."""
    if too_old(program, version):
        return f"{name_of(program)}: needs more than {version}, left as it was"
    outcomes, seconds = zip(*(run(python, program) for _ in range(RUNS)))
    if reason := fault(outcomes, seconds, program):
        return f"{name_of(program)}: REFUSED, {reason}"
    write(program, version, outcomes[0])
    return None


def check(python, version, program):
    """One run against what is kept; gives back a line to print, or None."""
    if too_old(program, version):
        return None
    outcome, _ = run(python, program)
    expected = kept(program)
    differing = [field for field in Outcome._fields if getattr(outcome, field) != getattr(expected, field)]
    return f"{version}: {name_of(program)}: {', '.join(differing)}" if differing else None


def name_of(program):
    """`topic/name`."""
    return str(program.relative_to(HERE).with_suffix(""))


def programs(names):
    """All programs, or those whose name contains one of `names`."""
    found = sorted(HERE.glob("*/*.py"))
    return [program for program in found if not names or any(name in name_of(program) for name in names)]


def each(action, chosen, jobs):
    """Does it for all of them, prints what it says; gives back how many had something to say."""
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        said = [line for line in pool.map(action, chosen) if line]
    print(*said, sep="\n", end="\n" if said else "")
    return len(said)


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description="Regenerate or check the expected outputs.")
    parser.add_argument("--check", action="store_true", help="write nothing; all further words are interpreters")
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--new", action="store_true", help="only programs that have no expectation yet")
    parser.add_argument("python", nargs="?", default=sys.executable)
    parser.add_argument("names", nargs="*")
    return parser.parse_args()


def main():
    """Does what the command line says; fails if anything was refused or differs."""
    args = arguments()
    if args.check:
        pythons = [args.python, *args.names]
        counts = []
        for python in pythons:
            version = version_of(python)
            counts.append(each(lambda program: check(python, version, program), programs([]), args.jobs))
            print(f"{version}: {counts[-1]} of {len(programs([]))} differ from what is kept")
        return int(any(counts))
    version = version_of(args.python)
    chosen = [p for p in programs(args.names) if not (args.new and p.with_suffix(".out").exists())]
    refused = each(lambda program: regenerate(args.python, version, program), chosen, args.jobs)
    print(f"{len(chosen) - refused} of {len(chosen)} written as {version} gave them")
    return int(refused > 0)


if __name__ == "__main__":
    sys.exit(main())

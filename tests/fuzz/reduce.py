"""Makes a differing program small: `python3 reduce.py LOOPSCOPE SEED [--ignore TEXT ...]` prints what is left of it.

Statements are taken out, blocks replaced by what is in them, as long as the two sides still differ. With `--ignore`, lines
that contain TEXT do not count as a difference, so that another cause than a known one is followed.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from fuzz import BATCH, DRAWS, HERE, as_literal, execute, split
from generator import generate

# What stands before the first function and after the last stays: without its timeouts a program may never end.
FIRST = "async def f0(me):"
LAST = "async def main():"
# In seconds; all that takes longer is lost.
SHORT = 2


def indent(line):
    """How deep a line stands."""
    return len(line) - len(line.lstrip())


def block_end(lines, start):
    """The first line after the statement at `start` and what is inside it."""
    depth = indent(lines[start])
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or indent(lines[end]) > depth):
        end += 1
    return end


def candidates(lines):
    """Smaller programs, largest steps first."""
    begin, end = lines.index(FIRST), lines.index(LAST)
    order = sorted(range(begin, end), key=lambda at: block_end(lines, at) - at, reverse=True)
    for at in order:
        end = block_end(lines, at)
        yield lines[:at] + lines[end:]
        if end > at + 1:
            inner = [line[4:] for line in lines[at + 1 : end]]
            yield lines[:at] + inner + lines[end:]
            yield lines[:at] + inner + lines[clause_end(lines, end, indent(lines[at])) :]


def clause_end(lines, at, depth):
    """Past the `except`, `else` and `finally` that belong to a `try` at this depth."""
    words = ("except", "else", "finally")
    while at < len(lines) and indent(lines[at]) == depth and lines[at].strip().startswith(words):
        at = block_end(lines, at)
    return at


def compiles(source):
    """Whether it is a program at all."""
    try:
        compile(source, "program", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def on_cpython(args, file, draw):
    """What CPython prints and its exit code."""
    stdout, _, code = execute([sys.executable, HERE / "reference.py", file, draw], SHORT)
    return clean(args, stdout), code


def differs(args, file):
    """Whether CPython runs it well, the same in all draws, and loopscope otherwise."""
    expected, code = on_cpython(args, file, DRAWS[0])
    if code or any("NameError" in line or "UnboundLocal" in line for line in expected):
        return False
    stdout, _, code = execute([args.loopscope, "run", file], SHORT)
    if (clean(args, stdout), code) == (expected, 0):
        return False
    return all(on_cpython(args, file, draw) == (expected, 0) for draw in DRAWS[1:])


def clean(args, output):
    """The lines that count."""
    text = split(output).get(0, "")
    return [line for line in text.splitlines() if not any(word in line for word in args.ignore)]


def is_interesting(args, source):
    """Whether a program still shows the difference."""
    if not compiles(source):
        return False
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "one.py")
        file.write_text(BATCH.format(programs=f"    (0, {as_literal(source)}),"))
        return differs(args, file)


def reduce(args, source):
    """The smallest that taking out one thing at a time finds."""
    lines = source.splitlines()
    shrinking = True
    while shrinking:
        shrinking = False
        for candidate in candidates(lines):
            if is_interesting(args, "\n".join(candidate) + "\n"):
                lines, shrinking = candidate, True
                break
    return "\n".join(line for line in lines if line.strip())


def main():
    """Reads the command line, prints what is left."""
    parser = argparse.ArgumentParser(description="Make a differing program small.")
    parser.add_argument("loopscope")
    parser.add_argument("seed", type=int)
    parser.add_argument("--ignore", nargs="*", default=[])
    args = parser.parse_args()
    source = generate(args.seed)
    if not is_interesting(args, source):
        sys.exit("no difference")
    print(reduce(args, source))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs random programs under loopscope and under CPython, and compares what they print.

    python3 fuzz.py LOOPSCOPE [--count 2000] [--first 1] [--python PYTHON] [--real 20] [--keep FOLDER]
    python3 fuzz.py --fixed NAME --count 10 --first 1

CPython's side is `reference.py`: its own loop, in virtual time. A program whose output depends there on the order of a
set or on fractions of a millisecond is skipped and counted. `--real N` runs N of the compared ones under plain CPython in real time too. `--fixed NAME`
writes a batch and CPython's output to `fixed/NAME.py` and `.out`, for the tests.
"""

import argparse
import concurrent.futures
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from generator import generate
from reference import DEADLOCK

HERE = Path(__file__).resolve().parent
DRAWS = ("0", "1", "2", "3", "4")
LIMIT = 300

BATCH = '''\
"""Random programs, one after the other, each on a loop of its own."""

import asyncio

# What a program leaves behind stays whole, so that it says nothing during the next.
KEPT = []
PROGRAMS = [
{programs}
]


def run(seed, source):
    print("=== program", seed, flush=True)
    names = {{"__name__": "program"}}
    exec(compile(source, f"program {{seed}}", "exec"), names)
    try:
        with asyncio.Runner(loop_factory=globals().get("LOOP")) as runner:
            runner.run(names["main"]())
    except BaseException as error:
        print("run raised", repr(error))
    KEPT.append(names)


for seed, source in PROGRAMS:
    run(seed, source)
'''


def batch_text(seeds):
    """A file that runs the programs of these seeds."""
    return BATCH.format(programs="\n".join(f"    ({seed}, {as_literal(generate(seed))})," for seed in seeds))


def as_literal(source):
    """The source as a literal that one can read."""
    return 'r"""\n' + source + '"""'


def split(output):
    """What each program of a batch printed, by seed."""
    parts = output.split("=== program ")[1:]
    return {int(seed): text for seed, _, text in (part.partition("\n") for part in parts)}


def execute(command, limit=LIMIT):
    """What a command prints on either stream, and its exit code."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {"PYTHONWARNINGS": "ignore"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=limit, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").decode(), f"no end within {limit} s", 1
    return done.stdout, done.stderr, done.returncode


def reference(python, file):
    """By seed what CPython prints; None where that depends on the machine. A deadlock ends a batch."""
    runs = []
    for draw in DRAWS:
        stdout, stderr, code = execute([python, HERE / "reference.py", file, draw])
        if code not in (0, DEADLOCK):
            sys.exit(f"{file}: {stderr}")
        runs.append(split(ending_said(stdout, code)))
    return {seed: text if all(run.get(seed) == text for run in runs) else None for seed, text in runs[0].items()}


def ending_said(stdout, code):
    """The output, with a last line if it ended in a deadlock."""
    return stdout + "deadlock\n" if code == DEADLOCK else stdout


def real(python, seed):
    """What one program prints under plain CPython, in real time."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "one.py")
        file.write_text(batch_text([seed]))
        return split(execute([python, file])[0]).get(seed)


def compare(args, seeds):
    """Runs a batch on both sides: by seed what CPython and loopscope printed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "batch.py")
        file.write_text(batch_text(seeds))
        expected = reference(args.python, file)
        stdout, stderr, code = execute([args.loopscope, "run", file])
    if len(seeds) > 1 and (code or len(expected) < len(seeds)):
        # One took the others with it.
        return {seed: pair for alone in seeds for seed, pair in compare(args, [alone]).items()}
    actual = split(ending_said(stdout, code))
    lost = f"(nothing: exit {code}, {stderr[-300:]})"
    return {seed: (expected[seed], actual.get(seed, lost)) for seed in seeds}


def same(expected, actual, tolerance=0.0):
    """Whether two outputs agree; the elapsed time in the last line may differ a little in real time."""
    if expected == actual or not tolerance or actual is None:
        return expected == actual
    *left, last = expected.splitlines()
    *right, end = actual.splitlines()
    return left == right and last.split()[2:] == end.split()[2:]


def keep(folder, seed, expected, actual):
    """Leaves a difference where somebody can look at it."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{seed}.py").write_text(batch_text([seed]))
    (folder / f"{seed}.expected").write_text(expected)
    (folder / f"{seed}.actual").write_text(actual)


def check_real(args, texts):
    """Compares a sample in real time: how many of how many agreed."""
    # In reality a deadlock has no end.
    ending = sorted(seed for seed, text in texts.items() if not text.endswith("deadlock\n"))
    chosen = random.Random(args.first).sample(ending, min(args.real, len(ending)))
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        outputs = list(pool.map(lambda seed: real(args.python, seed), chosen))
    wrong = [seed for seed, text in zip(chosen, outputs) if not same(texts[seed], text, 0.1)]
    print(f"in real time: {len(chosen) - len(wrong)} of {len(chosen)} the same", *wrong)


def fuzz(args):
    """Runs them all; gives back how many differed."""
    seeds = range(args.first, args.first + args.count)
    batches = [seeds[i : i + args.batch] for i in range(0, len(seeds), args.batch)]
    texts, differing, skipped = {}, [], 0
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for found in pool.map(lambda batch: compare(args, batch), batches):
            for seed, (expected, actual) in found.items():
                if expected is None:
                    skipped += 1
                    continue
                texts[seed] = expected
                if expected != actual:
                    differing.append(seed)
                    keep(args.keep, seed, expected, actual)
    print(f"{len(texts) - len(differing)} of {len(texts)} the same, {skipped} skipped as they depend on the machine")
    print("differing:", *differing) if differing else None
    check_real(args, texts) if args.real else None
    return len(differing)


def version(python):
    """Which Python it is."""
    report = "import platform as p; print(p.python_implementation(), p.python_version())"
    return subprocess.run([python, "-c", report], capture_output=True, text=True, check=True).stdout.strip()


def write_fixed(args):
    """A batch of programs that depend on nothing but themselves, with CPython's output, for the tests."""
    folder = HERE / "fixed"
    folder.mkdir(exist_ok=True)
    file = folder / f"{args.fixed}.py"
    chosen, seed = [], args.first
    while len(chosen) < args.count:
        file.write_text(batch_text([seed]))
        if reference(args.python, file)[seed] is not None:
            chosen.append(seed)
        seed += 1
    file.write_text(batch_text(chosen))
    stdout, _, code = execute([args.python, HERE / "reference.py", file, DRAWS[0]])
    file.with_suffix(".out").write_text(f"# {version(args.python)}, exit {code}\n{stdout}")
    print(f"{file.name}: seeds {chosen[0]} to {chosen[-1]}")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description="Compare random programs under loopscope and CPython.")
    parser.add_argument("loopscope", nargs="?", default="loopscope")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--real", type=int, default=0, metavar="N")
    parser.add_argument("--batch", type=int, default=50, help="programs in one process")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", default=Path(tempfile.gettempdir(), "loopscope-fuzz"))
    parser.add_argument("--fixed", metavar="NAME")
    return parser.parse_args()


def main():
    """Does what the command line says; fails if anything differs."""
    args = arguments()
    if args.fixed:
        return write_fixed(args)
    print(version(args.python))
    return int(fuzz(args) > 0)


if __name__ == "__main__":
    sys.exit(main())

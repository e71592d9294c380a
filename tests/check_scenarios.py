#!/usr/bin/env python3
"""Runs the scenarios under a real Python and compares.

    tests/check_scenarios.py                          under the python3 that runs this script
    tests/check_scenarios.py --python /path/python3   under another one
    tests/check_scenarios.py --loopscope target/release/loopscope
                                                      loopscope prints the same
    tests/check_scenarios.py --write --runs 5         write tests/expected/NAME.out from five equal runs

Checked of each scenario that is meant for the version: how it ends, its output (tests/expected/NAME.out),
and that it takes as long as it claims. What never ends is stopped after a while. A scenario that shows
removed forms is compared under the version it is for, and only there its expected output is written; under one where it ends otherwise (`since`), only
the end is checked. Whatever the scenario is given as arguments is a name to look for.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXPECTED = ROOT / "tests" / "expected"
VERSIONS = EXPECTED / "versions.txt"  # which Python printed the expected output of each scenario
PATIENCE = 3.2  # seconds until a program counts as one that does not end
SLACK = 0.9  # seconds that the fastest run may be slower than claimed, on a loaded machine


class Scenario:
    """A file and what its front matter says, as far as it matters here."""

    def __init__(self, path):
        self.path, self.name = path, path.stem
        self.front = {}
        self.claims = []
        key = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                break
            head = re.match(r"# ([a-z]+)( [0-9.]+)?: ?(.*)", line)
            if head:
                key = head[1]
                self.front[key] = head[3].strip()
                if head[2]:
                    self.front[key + " version"] = head[2].strip()
            elif key == "claims" and line.startswith("#  "):
                self.claims.append(line[1:].strip())
        self.expected = EXPECTED / f"{self.name}.out"

    def ending(self, version):
        """How it ends under this version; None where it says nothing about it."""
        since = self.front.get("since version")
        if since and number(since) <= version:
            return self.front["since"]
        first, _, last = self.front["python"].partition(" to ")
        last = last or ("99.0" if first.endswith("+") else first)
        return self.front["ends"] if number(first.rstrip("+")) <= version <= number(last) else None

    def unordered(self):
        return "prints in no certain order" in self.claims

    def seconds(self):
        takes = [re.fullmatch(r"takes ([0-9.]+) s", claim) for claim in self.claims]
        return next((float(found[1]) for found in takes if found), None)


class Run:
    """One run: what was printed, how it ended, how long it took."""

    def __init__(self, command, patience):
        begun = time.monotonic()
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8")
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
            cwd=ROOT, env=environment, universal_newlines=True, encoding="utf-8",
        ) as process:
            try:
                self.stdout, self.stderr = process.communicate(timeout=patience)
                self.code = process.returncode
            except subprocess.TimeoutExpired:
                process.kill()
                self.stdout, self.stderr = process.communicate()
                self.code = None
        self.seconds = time.monotonic() - begun

    def sort(self):
        self.stdout = "".join(sorted(self.stdout.splitlines(keepends=True)))

    def ended(self, how):
        if how in ("never", "deadlock"):
            return self.code is None
        if how == "returns":
            return self.code == 0
        if how.startswith("exits "):
            return self.code == int(how.split()[1])
        last = (self.stderr.strip().splitlines() or [""])[-1]
        lines = [line.lstrip(" |+-") for line in self.stderr.splitlines()]
        name = how.split()[1]
        is_named = last.split(":")[0].rsplit(".", 1)[-1] == name
        return self.code == 1 and (is_named or any(line.startswith(name) for line in lines))


def number(text):
    return tuple(int(part) for part in text.split("."))


def check(scenario, options):
    """What is wrong, one line each."""
    ending = scenario.ending(options.version)
    if ending is None:
        return None
    endless = ending in ("never", "deadlock")
    patience = PATIENCE if endless else (scenario.seconds() or 10) + 20
    runs = [Run([options.python, "-u", str(scenario.path)], patience) for _ in range(options.runs)]
    wrong = []
    for run in runs:
        if scenario.unordered():
            run.sort()
        if not run.ended(ending):
            wrong.append(f"should end: {ending}; exit code {run.code}, {run.stderr.strip()[-300:]}")
        if ending != scenario.front["ends"]:
            continue
        # Another run may be stopped a line earlier or later.
        if endless:
            equal = run.stdout.startswith(runs[0].stdout[: len(run.stdout)])
        else:
            equal = run.stdout == runs[0].stdout
        if not equal:
            wrong.append(f"two runs differ: {runs[0].stdout!r} {run.stdout!r}")
    if ending == scenario.front["ends"]:
        claimed, fastest = scenario.seconds(), min(run.seconds for run in runs)
        if claimed is not None and not endless and not claimed - 0.02 <= fastest <= claimed + SLACK:
            wrong.append(f"claims {claimed} s, took {fastest:.2f} s")
        wrong += compare(scenario, runs, endless, options)
    return list(dict.fromkeys(wrong))


def writes(scenario, options):
    """Whether the expected output is to come from this version."""
    return options.write and ("compat" in scenario.front) == (options.version < (3, 11))


def record_versions(scenarios, options, version):
    lines = VERSIONS.read_text(encoding="utf-8").splitlines() if VERSIONS.exists() else []
    versions = dict(line.split() for line in lines)
    versions.update((one.name, version) for one in scenarios if writes(one, options))
    kept = sorted((name, by) for name, by in versions.items() if (EXPECTED / f"{name}.out").exists())
    VERSIONS.write_text("".join(f"{name} {by}\n" for name, by in kept), encoding="utf-8")


def compare(scenario, runs, endless, options):
    """The output against the expected one, and against loopscope's."""
    wrong = []
    shortest = min((run.stdout for run in runs), key=len)
    if writes(scenario, options):
        scenario.expected.write_text(shortest, encoding="utf-8")
    expected = scenario.expected.read_text(encoding="utf-8") if scenario.expected.exists() else None
    same = lambda text: text.startswith(expected) if scenario.front["ends"] == "never" else text == expected
    if expected is None:
        wrong.append("there is no expected output yet; --write makes one")
    elif not options.write and not all(same(run.stdout) for run in runs):
        # A loaded machine may print less in the same time.
        if not (endless and expected.startswith(shortest)):
            wrong.append(f"expected {expected!r}, printed {runs[0].stdout!r}")
    if options.loopscope and expected is not None:
        command = [options.loopscope, "run", "--max-time", "10" if scenario.front["ends"] == "never" else "86400"]
        run = Run(command + [str(scenario.path)], 60)
        if scenario.unordered():
            run.sort()
        if not same(run.stdout):
            wrong.append(f"loopscope printed {run.stdout!r} instead of {expected!r}; {run.stderr[-300:]}")
    return wrong


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--loopscope")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    version = subprocess.check_output([options.python, "-V"], universal_newlines=True).split()[1]
    options.version = number(version)[:2]
    return options, version


def main():
    options, version = parse_arguments()
    scenarios = [Scenario(path) for path in sorted((ROOT / "scenarios").glob("*/*.py"))]
    if options.names:
        scenarios = [one for one in scenarios if any(name in one.name for name in options.names)]
    bad = skipped = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda scenario: check(scenario, options), scenarios)
        for scenario, wrong in zip(scenarios, results):
            skipped += wrong is None
            bad += bool(wrong)
            for line in wrong or []:
                print(f"{scenario.name}: {line}")
    if options.write:
        record_versions(scenarios, options, version)
    good = len(scenarios) - bad - skipped
    print(f"{good} of {good + bad} scenarios are under Python {version} as they say; {skipped} are for others")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

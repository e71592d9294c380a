//! The course: every claim of every scenario, verified with the real binary, so that no lesson can rot.
//!
//! `tests/check_scenarios.py` runs the same scenarios under a real Python.
#![cfg(feature = "python")]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use assert_cmd::Command;
use common::Kept;
use loopscope::event::{EventKind, FindingKind, RunOutcome};
use loopscope::scenario::{Catalog, Claim, Ending, Evidence, Key, Scenario};

/// The programs of the course are numbered from 1.
const COURSE: u32 = 64;

/// What the programs take in virtual seconds where the course fixes it, by their numbers; of the others the
/// latencies are ours to choose.
const SECONDS: &[(&[u32], u64)] = &[
    (&[1, 2, 3, 4, 11, 19, 26, 27, 45, 51, 52], 0),
    (&[6, 7, 12, 13, 15, 16, 17, 18, 20, 21, 22, 23, 28, 39, 40], 2),
    (&[29, 38, 41, 43, 57], 1),
    (&[34, 47, 48, 49, 53], 3),
    (&[14, 64], 4),
    (&[44, 46, 54, 56, 61, 62], 5),
    (&[24], 6),
    (&[55], 10),
];

/// A program that never ends is looked at for so many virtual seconds.
const ENDLESS: &str = "10";

/// A run of the real binary.
fn run(scenario: &Scenario) -> Evidence {
    let folder = tempfile::tempdir().expect("a folder");
    let recording = folder.path().join("out.jsonl");
    let mut command = Command::cargo_bin("loopscope").expect("the binary was built");
    command.args(["run", "--summary", "--record"]).arg(&recording);
    if scenario.front.ends() == Some(&Ending::Never) {
        command.args(["--max-time", ENDLESS]);
    }
    let output = command.arg(&*scenario.name).timeout(Duration::from_mins(1)).output().expect("it ran");
    let kept = Kept::read(&std::fs::read(recording).expect("a recording"));
    let finding = |kind: &EventKind| match kind {
        EventKind::Finding { kind, .. } => Some(*kind),
        // Recorded as what they are, and found by whoever looks at the recording.
        EventKind::Blocked { .. } => Some(FindingKind::Blocked),
        EventKind::RunEnded { outcome: RunOutcome::Deadlock, .. } => Some(FindingKind::Deadlock),
        _ => None,
    };
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    let (elapsed, tasks) = summary(&stderr).unwrap_or_default();
    Evidence {
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        code: output.status.code().expect("an exit code"),
        elapsed,
        tasks,
        findings: kept
            .events
            .iter()
            .filter_map(|event| finding(&event.kind))
            .map(|kind| kind.word().to_owned())
            .collect(),
        stderr,
    }
}

/// `loopscope: 3.000 s virtual, 0.104 s real, 3 tasks, 78 events` → three seconds and three tasks.
fn summary(stderr: &str) -> Option<(Duration, u64)> {
    let line = stderr.lines().last()?.strip_prefix("loopscope: ")?;
    let (seconds, rest) = line.split_once(" s virtual, ")?;
    let tasks = rest.split(", ").find_map(|part| part.strip_suffix(" tasks"))?;
    Some((Duration::from_secs_f64(seconds.parse().ok()?), tasks.parse().ok()?))
}

/// What is not as the scenario says.
fn differences(scenario: &Scenario) -> Vec<String> {
    let run = run(scenario);
    let front = &scenario.front;
    let ending = front.ends().expect("it says how it ends");
    let mut wrong = Vec::new();
    if run.code != ending.exit_code() {
        wrong.push(format!("it should end: {ending}; exit code {}, {}", run.code, run.stderr));
    }
    if let Ending::Raises(exception) = ending
        && !run.stderr.contains(exception.as_str())
    {
        wrong.push(format!("no {exception} in {}", run.stderr));
    }
    for claim in front.claims() {
        if let Err(instead) = claim.check(&run) {
            wrong.push(format!("it claims: {claim}; but {instead}"));
        }
    }
    let expected = std::fs::read_to_string(expected(scenario)).unwrap_or_default();
    if !is_like(scenario, &expected, &run.stdout) {
        wrong.push(format!("CPython prints {expected:?}, and not {:?}", run.stdout));
    }
    wrong
}

/// What CPython printed.
fn expected(scenario: &Scenario) -> PathBuf {
    format!("tests/expected/{}.out", scenario.name).into()
}

/// CPython was stopped earlier where the program never ends.
fn is_like(scenario: &Scenario, expected: &str, printed: &str) -> bool {
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    if scenario.front.claims().contains(&Claim::NoCertainOrder) {
        return sorted(expected) == sorted(printed);
    }
    match scenario.front.ends() {
        Some(Ending::Never) => printed.starts_with(expected),
        _ => printed == expected,
    }
}

fn verify<'a>(scenarios: impl Iterator<Item = &'a Scenario>) -> (usize, Vec<String>) {
    let (mut verified, mut wrong) = (0, Vec::new());
    for scenario in scenarios {
        let differences = differences(scenario);
        if differences.is_empty() {
            verified += 1;
        }
        wrong.extend(differences.iter().map(|what| format!("{}: {what}", scenario.name)));
    }
    (verified, wrong)
}

#[test]
fn every_claim_holds() {
    let scenarios: Vec<&Scenario> = Catalog::embedded().scenarios().collect();
    let (first, second) = scenarios.split_at(scenarios.len() / 2);
    let (mut verified, mut wrong) = (0, Vec::new());
    std::thread::scope(|scope| {
        let halves = [first, second].map(|half| scope.spawn(|| verify(half.iter().copied())));
        for half in halves {
            let (count, found) = half.join().expect("verified");
            verified += count;
            wrong.extend(found);
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{verified} of {} scenarios hold what they claim", scenarios.len());
}

#[test]
fn every_program_of_the_course_is_there_once() {
    let mut rows: BTreeMap<u32, Vec<&str>> = (1..=COURSE).map(|number| (number, Vec::new())).collect();
    for scenario in Catalog::embedded().scenarios() {
        if let Some(number) = scenario.front.course() {
            let row = rows.get_mut(&number).unwrap_or_else(|| panic!("{}: no row {number}", scenario.name));
            row.push(&scenario.name);
        }
    }
    rows.retain(|_, names| names.len() != 1);
    assert!(rows.is_empty(), "missing, or there twice: {rows:?}");
}

#[test]
fn the_programs_of_the_course_take_the_time_they_should() {
    for (numbers, seconds) in SECONDS {
        for number in *numbers {
            let is_it = |scenario: &&Scenario| scenario.front.course() == Some(*number);
            let scenario = Catalog::embedded().scenarios().find(is_it).expect("a scenario");
            let claimed = scenario.front.duration();
            assert_eq!(claimed, Some(Duration::from_secs(*seconds)), "{number}, {}", scenario.name);
        }
    }
}

#[test]
fn every_scenario_was_run_under_cpython() {
    let versions = std::fs::read_to_string("tests/expected/versions.txt").expect("a file");
    for scenario in Catalog::embedded().scenarios() {
        let is_recorded = versions.lines().any(|line| line.split(' ').next() == Some(&*scenario.name));
        let was_run = is_recorded && expected(scenario).is_file();
        assert!(was_run, "{}: tests/check_scenarios.py --write", scenario.name);
        assert!(scenario.front.claims().len() > 1, "{}: claims hardly anything", scenario.name);
    }
}

#[test]
fn what_is_removed_says_how_one_writes_it_now() {
    for scenario in Catalog::embedded().scenarios() {
        let front = &scenario.front;
        assert_eq!(front.compat().is_some(), front.get(Key::Now).is_some(), "{}", scenario.name);
        if let Some(name) = front.get(Key::Now) {
            let now = Catalog::embedded().find(name).expect(name);
            assert!(now.front.compat().is_none(), "{name} is of yesterday itself");
            assert!(front.since().is_some(), "{}: since when is it removed?", scenario.name);
        }
    }
}

/// A note is of use only while it fits a line that is there, and a marker only with a note.
#[test]
fn notes_and_markers_belong_together() {
    for scenario in Catalog::embedded().scenarios() {
        let last = scenario.source.lines().count();
        for note in scenario.front.notes() {
            assert!(!note.text.is_empty() && !note.lines.is_empty(), "{}: {}", scenario.name, note.anchor);
            assert!(note.lines.iter().all(|&line| line > scenario.front.lines() && line <= last));
        }
        for (index, line) in scenario.source.lines().enumerate().skip(scenario.front.lines()) {
            let is_marked = line.rsplit_once("# [").is_some_and(|(_, rest)| rest.contains(']'));
            let has_note = scenario.front.notes_at(index + 1).next().is_some();
            assert!(!is_marked || has_note, "{}: line {}: no note for it", scenario.name, index + 1);
        }
    }
}

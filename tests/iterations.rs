//! What each iteration runs, held against CPython's: not only the order of prints, but which turn of the loop a
//! step or a callback comes in. `iterations/trace.py` made the traces.
#![cfg(feature = "python")]

mod common;

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use common::Kept;
use loopscope::event::{EventKind, Subject};

/// A line for each iteration that runs anything: tasks by their names, callbacks by their functions.
fn iterations(kept: &Kept) -> String {
    let mut names = HashMap::new();
    let mut functions = HashMap::new();
    let mut lines: Vec<Vec<String>> = Vec::new();
    for event in &kept.events {
        let ran = match &event.kind {
            EventKind::Iteration { .. } => {
                lines.push(Vec::new());
                None
            }
            EventKind::TaskCreated { task, name, .. } => {
                names
                    .insert(*task, name.as_deref().map_or_else(|| format!("Task-{}", task.0), str::to_owned));
                None
            }
            EventKind::HandleScheduled { handle, what, .. } | EventKind::TimerSet { handle, what, .. } => {
                if let Subject::Callback(function) = what {
                    functions.insert(*handle, kept.dictionary.text(*function).to_owned());
                }
                None
            }
            EventKind::StepStarted { task, handle: Some(_), .. } => names.get(task).cloned(),
            EventKind::HandleStarted { handle } => functions.get(handle).cloned(),
            _ => None,
        };
        if let (Some(ran), Some(line)) = (ran, lines.last_mut()) {
            line.push(ran);
        }
    }
    lines.iter().filter(|line| !line.is_empty()).map(|line| line.join(" ") + "\n").collect()
}

#[test]
fn each_iteration_runs_what_cpythons_runs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/iterations");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).expect("the folder").flatten() {
        let program = entry.path();
        let Ok(expected) = std::fs::read_to_string(program.with_extension("trace")) else { continue };
        if program.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        let output = tempfile::tempdir().expect("a folder");
        let recording = output.path().join("out.jsonl");
        let mut command = Command::cargo_bin("loopscope").expect("the binary was built");
        command.args(["run", "--record"]).arg(&recording).arg(&program);
        command.timeout(Duration::from_mins(1)).assert().success();
        let kept = Kept::read(&std::fs::read(recording).expect("a recording"));
        assert_eq!(iterations(&kept), expected, "{}", program.display());
        checked += 1;
    }
    assert_eq!(checked, 12, "a dozen programs");
}

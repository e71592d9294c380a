//! Every scenario is a plain asyncio program: it runs under CPython, and prints there what it prints here.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use loopscope::scenario::{Catalog, Scenario};

/// Longer than any scenario takes that ends at all.
const PATIENCE: Duration = Duration::from_secs(15);

/// What the program prints under CPython, and its exit code; none where it does not end.
fn under_cpython(scenario: &Scenario) -> (String, Option<i32>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(scenario.file_name());
    std::fs::write(&file, &*scenario.source).unwrap();
    let mut child = Command::new("python3")
        .args(["-u", "-X", "dev"])
        .arg(&file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("this test needs python3, from 3.11 on");
    let begun = Instant::now();
    let code = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            break None;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let mut printed = String::new();
    child.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
    (printed, code)
}

#[test]
#[ignore = "takes as long as the programs really sleep, and needs python3"]
fn every_scenario_runs_under_cpython() {
    std::thread::scope(|scope| {
        let runs: Vec<_> = Catalog::embedded()
            .scenarios()
            .map(|scenario| (scenario, scope.spawn(move || under_cpython(scenario))))
            .collect();
        for (scenario, run) in runs {
            let (printed, code) = run.join().unwrap();
            let code = code.map_or_else(|| "never ends".to_owned(), |code| format!("exit code {code}"));
            insta::assert_snapshot!(format!("cpython_{}", scenario.name), format!("{printed}{code}"));
        }
    });
}

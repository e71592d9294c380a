//! CPython is the judge: programs under `tests/conformance` print what they print there, in the same order,
//! end with the same code, and take in virtual time what they wait for in real time.
//!
//! `expect.py` beside them wrote what is expected. What cannot be closed yet is listed in `exceptions.txt` with
//! its reason; a listed program that matches is an error too, so that the list shrinks.
#![cfg(feature = "python")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use assert_cmd::Command;

/// No program needs so long, even while others run beside it.
const LIMIT: Duration = Duration::from_mins(1);

/// Virtual time is exact but for what the clock creeps while it is read.
const TOLERANCE: f64 = 0.0101;

/// Programs written for breadth, a folder for each topic; and the list of exceptions.
const WRITTEN: &str = "tests/conformance";

/// Programs that a generator wrote, several in a file.
const FUZZED: &str = "tests/fuzz";

/// The topic of the generated ones.
const FIXED: &str = "fixed/";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// In what a program can differ from what is expected of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect {
    /// Standard output and exit code: whether it conforms.
    Output,
    /// Standard error, but for what belongs to libraries.
    Stderr,
    /// How long it took in virtual time.
    Virtual,
}

impl Aspect {
    const ALL: [Self; 3] = [Self::Output, Self::Stderr, Self::Virtual];

    const fn name(self) -> &'static str {
        match self {
            Self::Output => "output",
            Self::Stderr => "stderr",
            Self::Virtual => "virtual",
        }
    }
}

/// A program, and what it says about itself at its top.
struct Program {
    name: String,
    file: PathBuf,
    virtual_seconds: Option<f64>,
    compares_stderr: bool,
}

impl Program {
    fn read(file: PathBuf) -> Self {
        let source = fs::read_to_string(&file).expect("a program");
        let topic = file.parent().and_then(Path::file_name).expect("a topic").to_string_lossy();
        let stem = file.file_stem().expect("a name").to_string_lossy();
        Self {
            name: format!("{topic}/{stem}"),
            virtual_seconds: directive(&source, "virtual").map(|text| text.parse().expect("seconds")),
            compares_stderr: directive(&source, "stderr").is_none(),
            file,
        }
    }

    fn run(&self) -> std::process::Output {
        let mut command = Command::cargo_bin("loopscope").expect("the binary was built");
        command.args(["run", "--summary"]).arg(&self.file).timeout(LIMIT);
        command.current_dir(self.file.parent().expect("a topic")).output().expect("it ran")
    }

    fn beside(&self, extension: &str) -> PathBuf {
        self.file.with_extension(extension)
    }
}

/// The value of `# name: value` among the comments before the first line of code.
fn directive<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let comments = source.lines().take_while(|line| line.starts_with('#'));
    comments
        .filter_map(|line| line.strip_prefix("# ")?.split_once(": "))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// What CPython made of a program.
struct Expected {
    version: String,
    code: i32,
    stdout: Vec<u8>,
    stderr: String,
}

impl Expected {
    fn read(program: &Program) -> Self {
        let bytes =
            fs::read(program.beside("out")).unwrap_or_else(|_| panic!("{}: nothing expected", program.name));
        let end = bytes.iter().position(|&byte| byte == b'\n').expect("a first line");
        let header = std::str::from_utf8(&bytes[..end]).expect("text");
        let (version, code) =
            header.trim_start_matches("# ").split_once(", exit ").expect("version and code");
        Self {
            version: version.to_owned(),
            code: code.parse().expect("an exit code"),
            stdout: bytes[end + 1..].to_vec(),
            stderr: fs::read_to_string(program.beside("err")).unwrap_or_default(),
        }
    }
}

/// What of standard error is the program's own; `expect.py` does the same to CPython's.
mod normal {
    use std::path::Path;

    /// Without library frames, folders, addresses, marks under a line, durations, and our own last line.
    pub(super) fn stderr(text: &str, file: &Path) -> String {
        let folder = format!("{}/", file.parent().expect("a folder").display());
        let name = file.file_name().expect("a name").to_string_lossy();
        let text = without_durations(&without_addresses(&text.replace(&folder, "")));
        let lines = text.lines().filter(|line| !is_mark(line) && !line.starts_with("loopscope: "));
        without_libraries(lines, &name)
    }

    /// Whether a line only underlines the one above it: the marks differ between versions.
    fn is_mark(line: &str) -> bool {
        let rest = line.trim_matches([' ', '|']);
        !rest.is_empty() && rest.trim_matches([' ', '|', '~', '^']).is_empty()
    }

    fn without_addresses(text: &str) -> String {
        let mut parts = text.split("0x");
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            kept.push_str("0x");
            kept.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit() || ('a'..='f').contains(&c)));
        }
        kept
    }

    fn without_durations(text: &str) -> String {
        let mut parts = text.split("took ");
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            let is_duration = rest.starts_with(" seconds");
            kept.push_str(if is_duration { "took" } else { "took " });
            kept.push_str(if is_duration { rest } else { part });
        }
        kept
    }

    fn indent(line: &str) -> usize {
        line.len() - line.trim_start_matches([' ', '|']).len()
    }

    /// The file that a frame of a traceback names.
    fn frame(line: &str) -> Option<&str> {
        let (file, rest) = line.trim_start_matches([' ', '|']).strip_prefix("File \"")?.split_once('"')?;
        rest.starts_with(", line ").then_some(file)
    }

    /// The file that a warning names, and the warning.
    fn warning(line: &str) -> Option<(&str, &str)> {
        let (place, text) = line.split_once(": ")?;
        let (file, number) = place.rsplit_once(':')?;
        let is_place = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_warning = text.split_once(": ").is_some_and(|(kind, _)| kind.ends_with("Warning"));
        (is_place && is_warning && !file.contains(' ')).then_some((file, text))
    }

    fn is_named(file: &str, name: &str) -> bool {
        Path::new(file).file_name().is_some_and(|last| last.to_string_lossy() == name)
    }

    /// Drops the frames of a library with the source below them; of a warning, the place alone.
    fn without_libraries<'a>(lines: impl Iterator<Item = &'a str>, name: &str) -> String {
        let mut kept = Vec::new();
        let mut skipping = None;
        for line in lines {
            if skipping.is_some_and(|depth| !line.is_empty() && indent(line) > depth) {
                continue;
            }
            skipping = None;
            match (frame(line), warning(line)) {
                (Some(file), _) if !is_named(file, name) => skipping = Some(indent(line)),
                (None, Some((file, text))) if !is_named(file, name) => {
                    skipping = Some(indent(line));
                    kept.push(format!("library: {text}"));
                }
                _ => kept.push(line.to_owned()),
            }
        }
        kept.into_iter().map(|line| line + "\n").collect()
    }
}

/// The virtual seconds in the line that `--summary` adds.
fn virtual_seconds(stderr: &str) -> Option<f64> {
    let line = stderr.lines().rev().find_map(|line| line.strip_prefix("loopscope: "))?;
    line.split_once(" s virtual")?.0.parse().ok()
}

/// One program's run, held against what is expected: in what it differs, with both sides in words.
struct Verdict {
    name: String,
    version: String,
    differences: BTreeMap<Aspect, String>,
}

fn judge(program: &Program) -> Verdict {
    let expected = Expected::read(program);
    let run = program.run();
    let raw = String::from_utf8_lossy(&run.stderr).into_owned();
    let mut differences = BTreeMap::new();
    if run.stdout != expected.stdout || run.status.code() != exit_code(expected.code) {
        let text = format!("{}\nstderr: {raw}", first_difference(&expected.stdout, &run.stdout));
        differences
            .insert(Aspect::Output, format!("exit {}, {:?}\n{text}", expected.code, run.status.code()));
    }
    let stderr = normal::stderr(&raw, &program.file);
    if program.compares_stderr && stderr != expected.stderr {
        differences.insert(Aspect::Stderr, first_difference(expected.stderr.as_bytes(), stderr.as_bytes()));
    }
    if let Some(stated) = program.virtual_seconds {
        let taken = virtual_seconds(&raw);
        if taken.is_none_or(|taken| (taken - stated).abs() > TOLERANCE) {
            differences.insert(Aspect::Virtual, format!("{taken:?} s instead of {stated} s"));
        }
    }
    Verdict { name: program.name.clone(), version: expected.version, differences }
}

/// A signal has no exit code; `expect.py` writes it as the negative of its number.
const fn exit_code(expected: i32) -> Option<i32> {
    if expected < 0 { None } else { Some(expected) }
}

fn first_difference(expected: &[u8], actual: &[u8]) -> String {
    let (expected, actual) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(actual));
    let (mut left, mut right) = (expected.lines(), actual.lines());
    for number in 1.. {
        match (left.next(), right.next()) {
            (None, None) => break,
            (want, got) if want != got => return format!("line {number}: expected {want:?}, got {got:?}"),
            _ => {}
        }
    }
    "the same lines".to_owned()
}

/// All programs in the topics of a folder, in order of topic and name.
fn programs(folder: &Path) -> Vec<Program> {
    let mut files = Vec::new();
    for topic in fs::read_dir(folder).expect("topics").map(|entry| entry.expect("a topic").path()) {
        if topic.is_dir() {
            let inside = fs::read_dir(topic).expect("programs").map(|entry| entry.expect("a program").path());
            files.extend(inside.filter(|file| file.extension().is_some_and(|extension| extension == "py")));
        }
    }
    files.sort();
    files.into_iter().map(Program::read).collect()
}

/// `topic/name aspect reason` a line; what is listed and why.
fn exceptions() -> BTreeMap<(String, Aspect), String> {
    let text = fs::read_to_string(folder(WRITTEN).join("exceptions.txt")).expect("the list");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(exception).collect()
}

fn exception(line: &str) -> ((String, Aspect), String) {
    let mut words = line.splitn(3, ' ');
    let name = words.next().expect("a name").to_owned();
    let aspect = words.next().unwrap_or_default();
    let aspect = Aspect::ALL.into_iter().find(|known| known.name() == aspect);
    let reason = words.next().unwrap_or_default().trim();
    assert!(!reason.is_empty(), "{line:?} gives no reason");
    ((name, aspect.unwrap_or_else(|| panic!("{line:?} names no aspect"))), reason.to_owned())
}

/// Runs them all, as many at a time as there are processors.
fn judge_all(programs: &[Program]) -> Vec<Verdict> {
    let next = AtomicUsize::new(0);
    let verdicts = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Relaxed)) {
                    let verdict = judge(program);
                    verdicts.lock().expect("nobody panicked").push(verdict);
                }
            });
        }
    });
    verdicts.into_inner().expect("nobody panicked")
}

/// What is wrong: a difference that is not listed, or a listed one that is gone.
fn complaints(verdicts: &[Verdict], listed: &BTreeMap<(String, Aspect), String>) -> String {
    let mut said = String::new();
    for verdict in verdicts {
        for aspect in Aspect::ALL {
            let is_listed = listed.contains_key(&(verdict.name.clone(), aspect));
            match (verdict.differences.get(&aspect), is_listed) {
                (Some(difference), false) => {
                    writeln!(said, "{} {}: {difference}", verdict.name, aspect.name()).expect("memory");
                }
                (None, true) => {
                    let name = &verdict.name;
                    writeln!(said, "{name} {} matches: take it off the list", aspect.name()).expect("memory");
                }
                _ => {}
            }
        }
    }
    for (name, aspect) in listed.keys() {
        if !verdicts.iter().any(|verdict| verdict.name == *name) {
            writeln!(said, "{name} {} is listed, but there is no such program", aspect.name())
                .expect("memory");
        }
    }
    said
}

/// `N of N match CPython 3.x`, and the same of the other aspects.
fn summary(verdicts: &[Verdict]) -> String {
    let total = verdicts.len();
    let matching =
        |aspect| verdicts.iter().filter(|verdict| !verdict.differences.contains_key(&aspect)).count();
    let mut versions: Vec<&str> = verdicts.iter().map(|verdict| minor(&verdict.version)).collect();
    versions.sort_unstable();
    versions.dedup();
    let [output, stderr, time] = Aspect::ALL.map(matching);
    let versions = versions.join(", ");
    format!("{output} of {total} match {versions} (standard error: {stderr}, virtual time: {time})")
}

/// `CPython 3.13` of `CPython 3.13.0`.
fn minor(version: &str) -> &str {
    version.rsplit_once('.').map_or(version, |(minor, _)| minor)
}

/// Runs a folder's programs, prints how many match, and fails if the list of exceptions does not say exactly the rest.
fn check(name: &str, is_concerned: impl Fn(&str) -> bool) {
    let mut listed = exceptions();
    listed.retain(|(name, _), _| is_concerned(name));
    let verdicts = judge_all(&programs(&folder(name)));
    // Written past the test harness, which keeps to itself what a passing test prints.
    writeln!(std::io::stderr(), "{name}: {}", summary(&verdicts)).expect("a standard error");
    for ((name, aspect), reason) in &listed {
        println!("listed: {name} {}: {reason}", aspect.name());
    }
    let complaints = complaints(&verdicts, &listed);
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn programs_match_cpython() {
    check(WRITTEN, |name| !name.starts_with(FIXED));
}

#[test]
fn fuzzed_programs_match_cpython() {
    check(FUZZED, |name| name.starts_with(FIXED));
}

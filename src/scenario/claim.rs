//! What a scenario claims about its own run, so that a lesson cannot rot.
//!
//! ```text
//!  takes 3 s                          virtual seconds, to the hundredth
//!  3 tasks                            made by the program
//!  exit code 1
//!  prints "begin", "end"              these lines in this order, others may stand between them
//!  prints exactly "begin", "end"      these lines and no others
//!  prints "hello" 5 times
//!  prints 10 lines
//!  prints in no certain order         two runs under CPython may differ in the order of the lines
//!  finding never awaited              loopscope remarks upon it
//!  stderr "was never awaited"         it stands somewhere in the standard error
//! ```
//!
//! Text stands between `"`, or between `'` where it has `"` in it.

use std::fmt;
use std::time::Duration;

/// How far the virtual time of a run may be from what is claimed: programs read the clock, and that takes time.
const TOLERANCE: Duration = Duration::from_millis(10);

/// What is known of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Evidence {
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
    /// The exit code.
    pub code: i32,
    /// Virtual time.
    pub elapsed: Duration,
    /// Tasks that the program made.
    pub tasks: u64,
    /// The kinds of what was found, in the words of the recording.
    pub findings: Vec<String>,
}

/// One thing that is claimed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Claim {
    /// Virtual time.
    Takes(Duration),
    /// The number of tasks.
    Tasks(u64),
    /// The exit code.
    ExitCode(i32),
    /// Lines of the output, in this order.
    Prints(Vec<String>),
    /// All lines of the output.
    PrintsExactly(Vec<String>),
    /// A line, and how often.
    PrintsTimes(String, usize),
    /// The number of lines.
    PrintsLines(usize),
    /// The order of the lines is left to chance; always true, for those who compare outputs.
    NoCertainOrder,
    /// What is found.
    Finding(String),
    /// Part of the standard error.
    Stderr(String),
}

impl Claim {
    /// Reads a claim.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let unknown = || format!("{text:?} is no claim");
        if let Some(lines) = text.strip_prefix("prints exactly ") {
            return quoted_list(lines).map(Self::PrintsExactly);
        }
        if text.starts_with("prints \"") || text.starts_with("prints '") {
            return Self::parse_prints(&text["prints ".len()..]);
        }
        if let Some(part) = text.strip_prefix("stderr ") {
            return quoted(part).and_then(|(part, rest)| {
                if rest.is_empty() { Ok(Self::Stderr(part.to_owned())) } else { Err(unknown()) }
            });
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        match words[..] {
            ["takes", seconds, "s"] => {
                let seconds: f64 = seconds.parse().map_err(|_| unknown())?;
                Duration::try_from_secs_f64(seconds).map(Self::Takes).map_err(|_| unknown())
            }
            [count, "task" | "tasks"] => count.parse().map(Self::Tasks).map_err(|_| unknown()),
            ["exit", "code", code] => code.parse().map(Self::ExitCode).map_err(|_| unknown()),
            ["prints", "nothing"] => Ok(Self::PrintsLines(0)),
            ["prints", "in", "no", "certain", "order"] => Ok(Self::NoCertainOrder),
            ["prints", count, "line" | "lines"] => {
                count.parse().map(Self::PrintsLines).map_err(|_| unknown())
            }
            ["finding", _, ..] => Ok(Self::Finding(words[1..].join(" "))),
            _ => Err(unknown()),
        }
    }

    fn parse_prints(text: &str) -> Result<Self, String> {
        let (line, rest) = quoted(text)?;
        match rest.split_whitespace().collect::<Vec<_>>()[..] {
            [count, "time" | "times"] if !rest.starts_with(',') => {
                let count = count.parse().map_err(|_| format!("{count:?} is no number"))?;
                Ok(Self::PrintsTimes(line.to_owned(), count))
            }
            _ => quoted_list(text).map(Self::Prints),
        }
    }

    /// Holds the claim against a run.
    ///
    /// # Errors
    /// How it was instead.
    pub fn check(&self, run: &Evidence) -> Result<(), String> {
        let lines = || run.stdout.lines();
        let instead = match self {
            Self::Takes(claimed) if run.elapsed.abs_diff(*claimed) > TOLERANCE => {
                format!("it took {:.3} s", run.elapsed.as_secs_f64())
            }
            Self::Tasks(count) if *count != run.tasks => format!("there were {}", run.tasks),
            Self::ExitCode(code) if *code != run.code => format!("it was {}", run.code),
            Self::Prints(wanted) => return in_order(wanted, &run.stdout),
            Self::PrintsExactly(wanted) if !lines().eq(wanted.iter()) => {
                format!("it printed {:?}", lines().collect::<Vec<_>>())
            }
            Self::PrintsTimes(wanted, times) => match lines().filter(|line| line == wanted).count() {
                found if found == *times => return Ok(()),
                found => format!("it was {found} times"),
            },
            Self::PrintsLines(count) if lines().count() != *count => {
                format!("it printed {} lines", lines().count())
            }
            Self::Finding(kind) if !run.findings.contains(kind) => {
                format!("the findings were {:?}", run.findings)
            }
            Self::Stderr(part) if !run.stderr.contains(part) => {
                format!("the standard error was {:?}", run.stderr)
            }
            _ => return Ok(()),
        };
        Err(instead)
    }
}

/// Whether the lines stand in the output, in this order.
fn in_order(wanted: &[String], stdout: &str) -> Result<(), String> {
    let mut lines = stdout.lines();
    match wanted.iter().find(|wanted| !lines.any(|line| line == **wanted)) {
        None => Ok(()),
        Some(missing) => Err(format!("{missing:?} was not printed, or too early, in {stdout:?}")),
    }
}

/// `"text" rest` → `(text, rest)`.
fn quoted(text: &str) -> Result<(&str, &str), String> {
    let text = text.trim();
    let inner = |quote: char| text.strip_prefix(quote)?.split_once(quote);
    let parts = inner('"').or_else(|| inner('\'')).map(|(text, rest)| (text, rest.trim_start()));
    parts.ok_or_else(|| format!("{text:?} should stand between \" and \""))
}

fn quoted_list(text: &str) -> Result<Vec<String>, String> {
    let mut list = Vec::new();
    let mut rest = text;
    loop {
        let (item, after) = quoted(rest)?;
        list.push(item.to_owned());
        if after.is_empty() {
            return Ok(list);
        }
        rest = after.strip_prefix(',').ok_or_else(|| format!("a comma is missing before {after:?}"))?;
    }
}

/// As it is written.
impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quote = |text: &String| {
            if text.contains('"') { format!("'{text}'") } else { format!("\"{text}\"") }
        };
        let list = |lines: &[String]| lines.iter().map(quote).collect::<Vec<_>>().join(", ");
        match self {
            Self::Takes(time) => write!(f, "takes {} s", time.as_secs_f64()),
            Self::Tasks(1) => f.write_str("1 task"),
            Self::Tasks(count) => write!(f, "{count} tasks"),
            Self::ExitCode(code) => write!(f, "exit code {code}"),
            Self::Prints(lines) => write!(f, "prints {}", list(lines)),
            Self::PrintsExactly(lines) => write!(f, "prints exactly {}", list(lines)),
            Self::PrintsTimes(line, 1) => write!(f, "prints {} 1 time", quote(line)),
            Self::PrintsTimes(line, times) => write!(f, "prints {} {times} times", quote(line)),
            Self::PrintsLines(0) => f.write_str("prints nothing"),
            Self::PrintsLines(1) => f.write_str("prints 1 line"),
            Self::PrintsLines(count) => write!(f, "prints {count} lines"),
            Self::NoCertainOrder => f.write_str("prints in no certain order"),
            Self::Finding(kind) => write!(f, "finding {kind}"),
            Self::Stderr(part) => write!(f, "stderr {}", quote(part)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &[&str] = &[
        "takes 3 s",
        "takes 0.25 s",
        "1 task",
        "1001 tasks",
        "exit code 1",
        "prints nothing",
        "prints in no certain order",
        "prints 1 line",
        "prints 10 lines",
        "prints \"a\", \"b, c\"",
        "prints 'say \"a\"'",
        "prints \"a\" 5 times",
        "prints exactly \"a\", \"\"",
        "finding blocked loop",
        "stderr \"never awaited\"",
    ];

    #[test]
    fn claims_are_read_as_they_are_written() {
        for text in GOOD {
            assert_eq!(Claim::parse(text).unwrap().to_string(), *text);
        }
    }

    #[test]
    fn what_is_no_claim_is_said() {
        for (text, why) in [
            ("", "\"\" is no claim"),
            ("takes long", "\"takes long\" is no claim"),
            ("takes -1 s", "\"takes -1 s\" is no claim"),
            ("takes inf s", "\"takes inf s\" is no claim"),
            ("prints \"a", "\"\\\"a\" should stand between \" and \""),
            ("prints \"a\" \"b\"", "a comma is missing before \"\\\"b\\\"\""),
            ("prints \"a\" many times", "\"many\" is no number"),
            ("-2 tasks", "\"-2 tasks\" is no claim"),
        ] {
            assert_eq!(Claim::parse(text), Err(why.to_owned()), "{text}");
        }
    }

    #[test]
    fn claims_are_held_against_a_run() {
        let run = Evidence {
            stdout: "a\nb\na\n".to_owned(),
            stderr: "RuntimeWarning: ...".to_owned(),
            code: 1,
            elapsed: Duration::from_millis(2004),
            tasks: 3,
            findings: vec!["blocked loop".to_owned()],
        };
        let holds = |text: &str| Claim::parse(text).unwrap().check(&run).is_ok();
        for text in [
            "takes 2 s",
            "3 tasks",
            "exit code 1",
            "prints \"a\", \"a\"",
            "prints \"a\" 2 times",
            "prints 3 lines",
            "prints exactly \"a\", \"b\", \"a\"",
            "finding blocked loop",
            "stderr \"Warning\"",
        ] {
            assert!(holds(text), "{text}");
        }
        for text in [
            "takes 2.1 s",
            "2 tasks",
            "exit code 0",
            "prints \"b\", \"b\"",
            "prints \"a\" 1 time",
            "prints nothing",
            "prints exactly \"a\", \"b\"",
            "finding deadlock",
            "stderr \"Error\"",
        ] {
            assert!(!holds(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_claim_is_survived(text in "(prints |stderr |exactly |\"|'|,|[0-9]+ s|tasks|[ -~é]){0,8}") {
            drop(Claim::parse(&text));
        }
    }
}

//! The commands that are typed after `:`. One table names them; reading, completing and helping follow it.

use std::time::Duration;

use crate::player::{Change, Condition, Hold, Idle, Move, Speed, Switch};
use crate::time::Moment;

use super::action::Direction;

/// Which breakpoints are meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Which {
    /// Every one.
    All,
    /// The one at this place in the list.
    At(usize),
}

/// What is asked by a command.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Move the playhead.
    Go(Move),
    /// Set a breakpoint.
    Break(Condition),
    /// Show the breakpoints.
    Breakpoints,
    /// Delete breakpoints.
    Delete(Which),
    /// Switch some on or off.
    Switch(Which, Switch),
    /// Run to the next breakpoint.
    Run(Direction),
    /// Mark the instant, or take the mark away.
    Mark,
    /// Show the marked instants.
    Bookmarks,
    /// Set the speed.
    Speed(Speed),
    /// Set how long a step is held.
    Hold(Hold),
    /// Choose what becomes of long waits.
    Idle(Idle),
    /// Select a task by its name.
    Task(String),
    /// Show only some tasks in the timeline.
    Filter(String),
    /// Look for a text.
    Search(String),
    /// Set how far a run may go ahead; without a number, say it.
    Limit(Option<usize>),
    /// Show the commands.
    Help,
    /// Leave.
    Quit,
}

/// With what an argument can be completed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Completion {
    /// With nothing.
    Nothing,
    /// With names of tasks.
    Tasks,
    /// With names of tasks, and then what becomes of them.
    Changes,
    /// With these words.
    Words(&'static [&'static str]),
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it is called; the first name is the one that is completed.
    pub names: &'static [&'static str],
    /// What follows the name.
    pub form: &'static str,
    /// What it does, for the help.
    pub what: &'static str,
    /// How its argument is completed.
    pub completion: Completion,
    read: fn(&str) -> Option<Command>,
}

const fn entry(
    names: &'static [&'static str],
    form: &'static str,
    what: &'static str,
    completion: Completion,
    read: fn(&str) -> Option<Command>,
) -> Entry {
    Entry { names, form, what, completion, read }
}

/// The table.
pub const COMMANDS: &[Entry] = &[
    entry(&["event", "e"], "41", "go to an event by its number", Completion::Nothing, |text| {
        Some(Command::Go(Move::To(text.parse().ok()?)))
    }),
    entry(
        &["break", "b"],
        "12 · worker-* cancelled · out \"text\"",
        "stop at a line, at what becomes of a task, at an output",
        Completion::Changes,
        |text| condition(text).map(Command::Break),
    ),
    entry(&["breakpoints", "bl"], "", "show the breakpoints", Completion::Nothing, |text| {
        nothing(text, Command::Breakpoints)
    }),
    entry(&["delete", "d"], "N · all", "delete a breakpoint", Completion::Words(&["all"]), |text| {
        numbered(text).map(Command::Delete)
    }),
    entry(&["on"], "N · all", "switch a breakpoint on", Completion::Words(&["all"]), |text| {
        numbered(text).map(|n| Command::Switch(n, Switch::On))
    }),
    entry(
        &["off"],
        "N · all",
        "switch a breakpoint off: it is passed over",
        Completion::Words(&["all"]),
        |text| numbered(text).map(|n| Command::Switch(n, Switch::Off)),
    ),
    entry(&["run", "c"], "[back]", "run to the next breakpoint", Completion::Words(&["back"]), |text| {
        match text {
            "" => Some(Command::Run(Direction::Forward)),
            "back" => Some(Command::Run(Direction::Back)),
            _ => None,
        }
    }),
    entry(&["mark", "m"], "", "mark this instant, or take its mark away", Completion::Nothing, |text| {
        nothing(text, Command::Mark)
    }),
    entry(&["bookmarks"], "", "show the marked instants", Completion::Nothing, |text| {
        nothing(text, Command::Bookmarks)
    }),
    entry(
        &["speed"],
        "4 · 1/8",
        "play so many times as fast: 1/8, 1/4, 1/2, 1, 2 and so on to 64",
        Completion::Words(&["1/8", "1/4", "1/2", "1", "2", "4", "8", "16", "32", "64"]),
        |text| speed(text).map(Command::Speed),
    ),
    entry(
        &["hold"],
        "0.5",
        "hold each step for so many seconds; 0 is true time",
        Completion::Nothing,
        |text| {
            let seconds = seconds(text).filter(|&seconds| seconds <= 10.0)?;
            Some(Command::Hold(Hold::of(Duration::from_secs_f64(seconds))))
        },
    ),
    entry(
        &["idle"],
        "skip · shorten",
        "what becomes of long waits while playing",
        Completion::Words(&["skip", "shorten"]),
        |text| match text {
            "skip" => Some(Command::Idle(Idle::Skipped)),
            "shorten" => Some(Command::Idle(Idle::Shortened)),
            _ => None,
        },
    ),
    entry(&["task", "t"], "NAME", "select a task; * stands for anything", Completion::Tasks, |text| {
        (!text.is_empty()).then(|| Command::Task(text.to_owned()))
    }),
    entry(
        &["filter", "f"],
        "state:waiting worker",
        "which tasks have a row: by state, by words of name or coroutine; without any, all",
        Completion::Words(&["state:ready", "state:waiting", "state:running", "state:done"]),
        |text| Some(Command::Filter(text.to_owned())),
    ),
    entry(&["search"], "TEXT", "look for a text, as / does", Completion::Nothing, |text| {
        (!text.is_empty()).then(|| Command::Search(text.to_owned()))
    }),
    entry(
        &["limit"],
        "N",
        "how many events a program that does not end may run ahead",
        Completion::Nothing,
        |text| match text {
            "" => Some(Command::Limit(None)),
            _ => {
                text.replace(['_', ','], "").parse().ok().filter(|&n| n > 0).map(|n| Command::Limit(Some(n)))
            }
        },
    ),
    entry(&["help"], "", "these commands", Completion::Nothing, |text| nothing(text, Command::Help)),
    entry(&["quit", "q"], "", "quit", Completion::Nothing, |text| nothing(text, Command::Quit)),
];

/// The forms of a place without any name, for the help.
pub const PLACES: &[(&str, &str)] = &[
    ("2.5", "go to an instant, in seconds"),
    ("50%", "go to so much of the events"),
    ("start · end", "go to the start or the end"),
];

fn nothing(text: &str, command: Command) -> Option<Command> {
    text.is_empty().then_some(command)
}

fn seconds(text: &str) -> Option<f64> {
    // Digits and a point, and nothing else that a float may be made of.
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_plain)
}

/// A number from 1, or all.
fn numbered(text: &str) -> Option<Which> {
    match text {
        "all" => Some(Which::All),
        _ => text.parse::<usize>().ok()?.checked_sub(1).map(Which::At),
    }
}

fn speed(text: &str) -> Option<Speed> {
    let text = text.trim_end_matches(['x', '×']);
    match text.split_once('/') {
        Some((above, below)) => Speed::of(seconds(above)? / seconds(below)?),
        None => Speed::of(seconds(text)?),
    }
}

fn condition(text: &str) -> Option<Condition> {
    if let Some(written) = text.strip_prefix("out ") {
        let written = written.trim();
        let bare = written.strip_prefix('"').map_or(written, |rest| rest.strip_suffix('"').unwrap_or(rest));
        return (!bare.is_empty()).then(|| Condition::Output(bare.to_owned()));
    }
    if let Ok(line) = text.trim_start_matches("line ").parse() {
        return (line > 0).then_some(Condition::Line(line));
    }
    // A name may hold blanks; the last word says what becomes of the task, and `is` may stand before it.
    let (pattern, word) = text.rsplit_once(' ')?;
    let change = Change::ALL.into_iter().find(|change| change.word() == word)?;
    let pattern = pattern.trim_end();
    let pattern = pattern.strip_suffix(" is").unwrap_or(pattern).trim();
    (!pattern.is_empty()).then(|| Condition::Task { pattern: pattern.to_owned(), change })
}

/// Reads what was typed after `:`; an empty line asks for nothing.
///
/// # Errors
/// What is wrong with it, in one sentence.
pub fn read(line: &str) -> Result<Option<Command>, String> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(None);
    }
    if let Some(movement) = place(line) {
        return Ok(Some(Command::Go(movement)));
    }
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let found = COMMANDS.iter().find(|entry| entry.names.contains(&name));
    let Some(entry) = found else {
        return Err(format!("there is no command {name:?}; :help names them"));
    };
    match (entry.read)(rest.trim()) {
        Some(command) => Ok(Some(command)),
        None if entry.form.is_empty() => Err(format!("nothing may follow :{}", entry.names[0])),
        None => Err(format!("it is :{} {}", entry.names[0], entry.form)),
    }
}

/// An instant without a name before it.
fn place(line: &str) -> Option<Move> {
    match line {
        "start" => return Some(Move::Start),
        "end" => return Some(Move::End),
        _ => {}
    }
    if let Some(percent) = line.strip_suffix('%') {
        return percent.trim().parse().ok().filter(|&percent| percent <= 100).map(Move::ToPercent);
    }
    let instant = seconds(line.strip_suffix('s').unwrap_or(line).trim())?;
    Some(Move::ToTime(Moment::from_secs_f64(instant)))
}

/// The lines into which one can be completed, in order; `tasks` are the names that there are.
pub fn completions(line: &str, tasks: &[String]) -> Vec<String> {
    let line = line.trim_start();
    let Some((name, rest)) = line.split_once(' ') else {
        let names = COMMANDS.iter().map(|entry| entry.names[0]).chain(["start", "end"]);
        return names.filter(|name| name.starts_with(line)).map(str::to_owned).collect();
    };
    let Some(entry) = COMMANDS.iter().find(|entry| entry.names.contains(&name)) else { return Vec::new() };
    let begun = |words: &mut dyn Iterator<Item = &str>, head: &str, last: &str| -> Vec<String> {
        words.filter(|word| word.starts_with(last)).map(|word| format!("{name} {head}{word}")).collect()
    };
    match entry.completion {
        Completion::Nothing => Vec::new(),
        Completion::Words(words) => begun(&mut words.iter().copied(), "", rest),
        Completion::Tasks => begun(&mut tasks.iter().map(String::as_str), "", rest),
        Completion::Changes => match rest.rsplit_once(' ') {
            Some((pattern, word)) => {
                begun(&mut Change::ALL.iter().map(|change| change.word()), &format!("{pattern} "), word)
            }
            None => begun(&mut tasks.iter().map(String::as_str).chain(["out"]), "", rest),
        },
    }
}

/// The longest beginning that all have in common.
pub fn common(lines: &[String]) -> &str {
    let Some((first, others)) = lines.split_first() else { return "" };
    let mut end = first.len();
    for other in others {
        let shared = first.chars().zip(other.chars()).take_while(|(a, b)| a == b);
        end = end.min(shared.map(|(c, _)| c.len_utf8()).sum());
    }
    &first[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ok(line: &str) -> Command {
        read(line).unwrap().unwrap()
    }

    #[test]
    fn places_need_no_name() {
        assert_eq!(ok("2.5"), Command::Go(Move::ToTime(Moment(2_500_000_000))));
        assert_eq!(ok(" 3s "), Command::Go(Move::ToTime(Moment(3_000_000_000))));
        assert_eq!(ok("50%"), Command::Go(Move::ToPercent(50)));
        assert_eq!(ok("e 41"), Command::Go(Move::To(41)));
        assert_eq!(ok("end"), Command::Go(Move::End));
        assert_eq!(read("  "), Ok(None));
    }

    #[test]
    fn breakpoints_are_lines_tasks_and_outputs() {
        assert_eq!(ok("b 12"), Command::Break(Condition::Line(12)));
        let task =
            |pattern: &str, change| Command::Break(Condition::Task { pattern: pattern.to_owned(), change });
        assert_eq!(ok("b worker-3 cancelled"), task("worker-3", Change::Cancelled));
        assert_eq!(ok("break worker-3 is cancelled"), task("worker-3", Change::Cancelled));
        assert_eq!(ok("b a name with blanks any"), task("a name with blanks", Change::Any));
        assert_eq!(ok("b out \"end two\""), Command::Break(Condition::Output("end two".to_owned())));
        assert_eq!(ok("b out end"), Command::Break(Condition::Output("end".to_owned())));
        for wrong in ["b", "b 0", "b x", "b worker-3 eaten", "b out \"\"", "b out ", "b is any x"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn settings_are_within_their_bounds() {
        assert_eq!(ok("speed 4"), Command::Speed(Speed::TRUE.faster().faster()));
        assert_eq!(ok("speed 1/8"), Command::Speed(Speed::of(0.125).unwrap()));
        assert_eq!(ok("hold 0.5"), Command::Hold(Hold::of(Duration::from_millis(500))));
        assert_eq!(ok("limit 200_000"), Command::Limit(Some(200_000)));
        for wrong in ["speed 3", "speed 0", "speed 1/0", "hold inf", "hold -1", "hold 11", "limit 0", "101%"]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_command_gets_one_clear_sentence() {
        assert_eq!(read("fly").unwrap_err(), "there is no command \"fly\"; :help names them");
        assert_eq!(read("hold on").unwrap_err(), "it is :hold 0.5");
        assert_eq!(read("q now").unwrap_err(), "nothing may follow :quit");
    }

    #[test]
    fn no_name_stands_twice() {
        let mut names: Vec<_> = COMMANDS.iter().flat_map(|entry| entry.names).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn tab_completes_names_tasks_and_changes() {
        let tasks = ["worker-1".to_owned(), "worker-2".to_owned()];
        assert_eq!(completions("sp", &tasks), ["speed"]);
        assert_eq!(common(&completions("b w", &tasks)), "b worker-");
        assert_eq!(completions("b worker-1 c", &tasks), ["b worker-1 cancelled"]);
        assert_eq!(completions("idle s", &tasks), ["idle skip", "idle shorten"]);
        assert!(completions("fly h", &tasks).is_empty() && completions("hold ", &tasks).is_empty());
        assert_eq!(common(&[]), "");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(line in "\\PC{0,40}") {
            let _ = read(&line);
            for each in completions(&line, &["Task-1".to_owned()]) {
                proptest::prop_assert!(each.starts_with(line.trim_start()), "{each:?}");
            }
        }
    }
}

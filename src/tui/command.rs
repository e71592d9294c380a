//! The commands that are typed after `:`. One table names them; reading, completing and helping follow it.

use crate::player::{Change, Condition, Hold, Idle, Move, Speed, Switch};

use super::action::Direction;
use super::session::Filter;

mod reading;

pub use reading::read;
use reading::{Misread, nothing};

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
    Filter(Filter),
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
    read: fn(&str) -> Result<Command, Misread>,
}

const fn entry(
    names: &'static [&'static str],
    form: &'static str,
    what: &'static str,
    completion: Completion,
    read: fn(&str) -> Result<Command, Misread>,
) -> Entry {
    Entry { names, form, what, completion, read }
}

/// The table.
pub const COMMANDS: &[Entry] = &[
    entry(&["event", "e"], "41", "go to an event by its number", Completion::Nothing, reading::event),
    entry(
        &["break", "b"],
        "12 · work.py:5 · worker-* cancelled · out \"text\"",
        "stop at a line, at what becomes of a task (ready, running, waiting, returned, raised, cancelled, done, any), at an output",
        Completion::Changes,
        |text| reading::condition(text).map(Command::Break),
    ),
    entry(&["breakpoints", "bl"], "", "show the breakpoints", Completion::Nothing, |text| {
        nothing(text, Command::Breakpoints)
    }),
    entry(&["delete", "d"], "N · all", "delete a breakpoint", Completion::Words(&["all"]), |text| {
        reading::numbered(text).map(Command::Delete)
    }),
    entry(&["on"], "N · all", "switch a breakpoint on", Completion::Words(&["all"]), |text| {
        reading::numbered(text).map(|n| Command::Switch(n, Switch::On))
    }),
    entry(
        &["off"],
        "N · all",
        "switch a breakpoint off: it is passed over",
        Completion::Words(&["all"]),
        |text| reading::numbered(text).map(|n| Command::Switch(n, Switch::Off)),
    ),
    entry(&["run", "c"], "[back]", "run to the next breakpoint", Completion::Words(&["back"]), |text| {
        match text {
            "" => Ok(Command::Run(Direction::Forward)),
            "back" => Ok(Command::Run(Direction::Back)),
            _ => Err(Misread::Form),
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
        |text| reading::speed(text).map(Command::Speed),
    ),
    entry(
        &["hold"],
        "0.5",
        "hold each step for so many seconds, 10 at most; 0 is true time",
        Completion::Nothing,
        |text| reading::hold(text).map(Command::Hold),
    ),
    entry(
        &["idle"],
        "skip · shorten",
        "what becomes of long waits while playing",
        Completion::Words(&["skip", "shorten"]),
        |text| match text {
            "skip" => Ok(Command::Idle(Idle::Skipped)),
            "shorten" => Ok(Command::Idle(Idle::Shortened)),
            _ => Err(Misread::Form),
        },
    ),
    entry(&["task", "t"], "NAME", "select a task; * stands for anything", Completion::Tasks, |text| {
        reading::something(text).map(Command::Task)
    }),
    entry(
        &["filter", "f"],
        "state:waiting worker",
        "which tasks have a row: by state (ready, waiting, running, returned, raised, cancelled, done), by words of name or coroutine; without any, all",
        Completion::Words(&[
            "state:ready",
            "state:waiting",
            "state:running",
            "state:returned",
            "state:raised",
            "state:cancelled",
            "state:done",
        ]),
        |text| Filter::parse(text).map(Command::Filter).map_err(Misread::Because),
    ),
    entry(&["search"], "TEXT", "look for a text, as / does", Completion::Nothing, |text| {
        reading::something(text).map(Command::Search)
    }),
    entry(
        &["limit"],
        "N",
        "how many events a program that does not end may run ahead",
        Completion::Nothing,
        |text| reading::limit(text).map(Command::Limit),
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

    #[test]
    fn no_name_stands_twice() {
        let mut names: Vec<_> = COMMANDS.iter().flat_map(|entry| entry.names).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn what_can_become_of_a_task_stands_in_the_table() {
        let entry = COMMANDS.iter().find(|entry| entry.names[0] == "break").unwrap();
        for change in Change::ALL {
            assert!(entry.what.contains(change.word()), "{change:?}");
        }
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

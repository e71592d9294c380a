//! Breakpoints: where running stops, in both directions.
//!
//! Whether an event is a hit follows from the event alone, so a run forwards and a run backwards stop at the
//! same ones.

use std::fmt;
use std::fmt::Write as _;

use crate::event::Place;
use crate::id::{ChainId, LocationId, TaskId};
use crate::model::{Ending, Gist, History};

/// What becomes of a task.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Change {
    /// It is put on the ready queue.
    Ready,
    /// A step of it begins.
    Running,
    /// It is suspended and waits.
    Waiting,
    /// It returns.
    Returned,
    /// It raises.
    Raised,
    /// It ends by cancellation.
    Cancelled,
    /// It ends, however.
    Done,
    /// Any of these, or it is made.
    Any,
}

impl Change {
    /// Every change.
    pub const ALL: [Self; 8] = [
        Self::Ready,
        Self::Running,
        Self::Waiting,
        Self::Returned,
        Self::Raised,
        Self::Cancelled,
        Self::Done,
        Self::Any,
    ];

    /// In a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
            Self::Raised => "raised",
            Self::Cancelled => "cancelled",
            Self::Done => "done",
            Self::Any => "any",
        }
    }

    /// The task that an event changes in this way.
    fn of(self, gist: Gist) -> Option<TaskId> {
        let (task, change) = match gist {
            Gist::Created(task, _) => (task, Self::Any),
            Gist::Wakeup(task) | Gist::Yields(task, _) => (task, Self::Ready),
            Gist::Step(task) => (task, Self::Running),
            Gist::Waits(task, _) => (task, Self::Waiting),
            Gist::Ended(task, Ending::Returned) => (task, Self::Returned),
            Gist::Ended(task, Ending::Raised) => (task, Self::Raised),
            Gist::Ended(task, Ending::Cancelled) => (task, Self::Cancelled),
            _ => return None,
        };
        let is_end = matches!(change, Self::Returned | Self::Raised | Self::Cancelled);
        (self == change || self == Self::Any || (self == Self::Done && is_end)).then_some(task)
    }
}

/// At what a breakpoint stops.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Condition {
    /// A line of the program is reached: it begins, or where lines are not recorded, something happens there.
    Line(Line),
    /// Something becomes of a task.
    Task {
        /// Its name or that of its coroutine; `*` stands for anything, `?` for one character.
        pattern: String,
        /// What becomes of it.
        change: Change,
    },
    /// A text is written.
    Output(String),
}

/// A line of the program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The file, by its path from the program's folder; none for the program's own.
    pub file: Option<String>,
    /// Its number, from 1.
    pub number: u32,
}

impl Line {
    /// A line of the program's own file.
    #[must_use]
    pub const fn own(number: u32) -> Self {
        Self { file: None, number }
    }
}

/// `line 12`, `line 12 of work.py`.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.number)?;
        self.file.as_ref().map_or(Ok(()), |file| write!(f, " of {file}"))
    }
}

/// In words: `line 12`, `worker-3 cancelled`, `out "text"`.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => line.fmt(f),
            Self::Task { pattern, change } => write!(f, "{pattern} {}", change.word()),
            Self::Output(text) => write!(f, "out {text:?}"),
        }
    }
}

/// Whether a breakpoint counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Switch {
    /// It does.
    On,
    /// It is passed over.
    Off,
}

/// A place where running stops.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breakpoint {
    /// At what.
    pub condition: Condition,
    /// Whether it counts.
    pub switch: Switch,
}

/// All breakpoints, in the order in which they were set.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Breakpoints(Vec<Breakpoint>);

impl Breakpoints {
    /// All of them; on the screen their numbers begin at 1.
    pub fn list(&self) -> &[Breakpoint] {
        &self.0
    }

    /// Sets one; where it was set already, it is switched on again.
    pub fn set(&mut self, condition: Condition) {
        match self.0.iter_mut().find(|other| other.condition == condition) {
            Some(other) => other.switch = Switch::On,
            None => self.0.push(Breakpoint { condition, switch: Switch::On }),
        }
    }

    /// Sets one, or deletes it where it is set.
    pub fn toggle(&mut self, condition: Condition) {
        match self.0.iter().position(|other| other.condition == condition) {
            Some(index) => drop(self.0.remove(index)),
            None => self.set(condition),
        }
    }

    /// Deletes one by its place in the list; says whether there was one.
    pub fn delete(&mut self, index: usize) -> bool {
        let exists = index < self.0.len();
        if exists {
            self.0.remove(index);
        }
        exists
    }

    /// Deletes all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Switches one on or off; says whether there is one.
    pub fn switch(&mut self, index: usize, switch: Switch) -> bool {
        let Some(breakpoint) = self.0.get_mut(index) else { return false };
        breakpoint.switch = switch;
        true
    }

    /// The breakpoint on a line, if there is one.
    pub fn on_line(&self, line: &Line) -> Option<Switch> {
        let is_there = |each: &&Breakpoint| matches!(&each.condition, Condition::Line(own) if own == line);
        self.0.iter().find(is_there).map(|each| each.switch)
    }

    /// What is needed to look through a run; none where no breakpoint counts.
    pub(super) fn prepared(&self, history: &History) -> Option<Prepared<'_>> {
        let counting = self.0.iter().enumerate().filter(|(_, each)| each.switch == Switch::On);
        let tests: Vec<_> =
            counting.map(|(index, each)| (index, Test::new(history, &each.condition))).collect();
        (!tests.is_empty()).then_some(Prepared { tests })
    }
}

/// Which ids are meant, by index.
type Ids = Vec<bool>;

fn has(ids: &Ids, index: usize) -> bool {
    ids.get(index).copied().unwrap_or(false)
}

/// A condition in terms of the numbers of a run.
#[derive(Debug)]
enum Test<'b> {
    Line { locations: Ids, chains: Ids },
    Task { tasks: Ids, change: Change },
    Output(&'b str),
}

/// Where lines are recorded, other events tell of lines only this far behind the last one, unless it is known to be
/// the last that may be.
const LINES_ARE_OVER: usize = 4096;

impl<'b> Test<'b> {
    fn new(history: &History, condition: &'b Condition) -> Self {
        match condition {
            Condition::Line(line) => Self::line(history, line),
            Condition::Task { pattern, change } => {
                let mut name = String::new();
                let is_meant = |task: &crate::model::Task| {
                    if let Some(own) = &task.info.name {
                        matches(pattern, own) || matches(pattern, history.coroutine(task))
                    } else {
                        name.clear();
                        // Writing into a string cannot fail.
                        let _ = write!(name, "{}", task.id());
                        matches(pattern, &name) || matches(pattern, history.coroutine(task))
                    }
                };
                Self::Task { tasks: history.latest().tasks().map(is_meant).collect(), change: *change }
            }
            Condition::Output(text) => Self::Output(text),
        }
    }

    fn line(history: &History, line: &Line) -> Self {
        let is_own = |place: &Place<'_>| match line.file.as_deref() {
            Some(file) => place.file == file,
            None => history.is_main(*place),
        };
        let dictionary = history.dictionary();
        let (most_locations, most_chains) = dictionary.extent();
        let mut locations = vec![false; most_locations];
        for (id, place) in dictionary.places() {
            locations[id.index()] = place.line == line.number && is_own(&place);
        }
        let is_at =
            |chain| dictionary.chain(chain).rev().find(is_own).is_some_and(|own| own.line == line.number);
        let chains = (1..=most_chains as u32).map(|id| is_at(ChainId(id))).collect();
        Self::Line { locations, chains }
    }

    fn is_hit(&self, history: &History, n: usize, gist: Gist) -> bool {
        match self {
            Self::Line { locations, chains } => {
                let is_meant = |location: LocationId| has(locations, location.index());
                if let Gist::Line(location) = gist {
                    return is_meant(location);
                }
                let over = history.lines_end();
                let over = over.or_else(|| Some(history.last_line()?.saturating_add(LINES_ARE_OVER)));
                let tells = over.is_none_or(|over| n > over);
                tells
                    && match gist {
                        Gist::Created(_, location) | Gist::Output(location) | Gist::At(location) => {
                            location.is_some_and(is_meant)
                        }
                        Gist::Waits(_, chain) | Gist::Yields(_, chain) => {
                            chain.is_some_and(|chain| has(chains, chain.index()))
                        }
                        _ => false,
                    }
            }
            Self::Task { tasks, change } => change.of(gist).is_some_and(|task| has(tasks, task.index())),
            Self::Output(text) => {
                matches!(gist, Gist::Output(_))
                    && history.output_at(n).is_some_and(|written| written.contains(*text))
            }
        }
    }
}

/// The breakpoints that count, in terms of the numbers of a run.
#[derive(Debug)]
pub(super) struct Prepared<'b> {
    tests: Vec<(usize, Test<'b>)>,
}

impl Prepared<'_> {
    /// The place in the list of the breakpoint that stops at an event, if one does.
    pub(super) fn at(&self, history: &History, n: usize) -> Option<usize> {
        let gist = history.gist(n)?;
        self.tests.iter().find(|(_, test)| test.is_hit(history, n, gist)).map(|(index, _)| *index)
    }
}

/// Whether a text is what a pattern says, all of it: `*` stands for anything, `?` for one character.
pub fn matches(pattern: &str, text: &str) -> bool {
    let (mut pattern, mut text) = (pattern.chars(), text.chars());
    // After the last star: what may follow it, and from where that was tried.
    let mut retry = None;
    loop {
        let before = (pattern.clone(), text.clone());
        match (pattern.next(), text.next()) {
            (Some('*'), _) => {
                text = before.1;
                retry = Some((pattern.clone(), text.clone()));
                if pattern.as_str().is_empty() {
                    return true;
                }
            }
            (None, None) => return true,
            (Some('?'), Some(_)) => {}
            (Some(wanted), Some(c)) if wanted == c => {}
            _ => {
                let Some((after_star, from)) = &mut retry else { return false };
                if from.next().is_none() {
                    return false;
                }
                (pattern, text) = (after_star.clone(), from.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_names() {
        assert!(matches("worker-3", "worker-3") && !matches("worker-3", "worker-33"));
        assert!(matches("worker-*", "worker-33") && matches("*", "") && matches("*r-?3", "worker-33"));
        assert!(!matches("?", "") && !matches("a*b", "ac") && matches("a*b*c", "aXbbYc"));
        assert!(matches("*.fetch", "Client.fetch") && !matches("", "a") && matches("**", "ab"));
    }

    proptest::proptest! {
        #[test]
        fn a_pattern_cut_out_of_a_text_matches_it(text in "[ab]{0,12}", from in 0_usize..12, to in 0_usize..12) {
            let (from, to) = (from.min(text.len()), to.min(text.len()));
            let (from, to) = (from.min(to), from.max(to));
            let pattern = format!("{}*{}", &text[..from], &text[to..]);
            proptest::prop_assert!(matches(&pattern, &text));
        }
    }
}

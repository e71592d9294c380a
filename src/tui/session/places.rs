//! Which task stands at which line of the program.

use std::collections::{BTreeMap, HashMap};

use crate::event::{Cause, EventKind, Place, StepOutcome};
use crate::id::{ChainId, LocationId, TaskId};
use crate::model::timeline::{SpanState, TrackId};
use crate::model::{Activity, Pending, TaskState};
use crate::player::Player;

/// Events that are looked back upon for the line that a running task has reached.
const LOOK_BACK: usize = 512;

/// Waits that are looked back upon for where a running task was suspended before.
const LOOK_BACK_SPANS: usize = 4;

/// Which level of its await chain a task has at a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// A line that awaits what is further in.
    Outer,
    /// The line where it really is.
    Innermost,
}

/// A task at a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The task.
    pub task: TaskId,
    /// Which level of its await chain that is.
    pub level: Level,
}

/// All tasks at their lines.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    lines: BTreeMap<usize, Vec<Mark>>,
    running: Option<usize>,
    focus: Option<usize>,
    elsewhere: Option<(String, usize)>,
}

impl Marks {
    /// Where the tasks stand at the playhead.
    pub(super) fn at(player: &Player) -> Self {
        let mut marks = Self::default();
        let running = match player.model().running() {
            Some(Activity::Step(task)) => Some(task),
            _ => None,
        };
        let mut chains = HashMap::new();
        for task in player.model().tasks().filter(|task| !task.info.housekeeping) {
            if let Some(chain) = task.chain
                && matches!(task.state, TaskState::Pending(Pending::Queued | Pending::Waiting))
            {
                // Thousands of tasks stand in the same few places.
                let levels = chains.entry(chain).or_insert_with(|| levels(player, chain));
                for (line, level) in levels {
                    marks.add(*line, Some(task.id()), *level);
                }
            }
        }
        if let Some(line) = running.and_then(|task| running_line(player, task)) {
            marks.add(line, running, Level::Innermost);
            marks.running = Some(line);
        } else if running.is_none() {
            marks.running = program_line(player);
        }
        if let Some(task) = running.filter(|_| !player.is_finished()) {
            marks.elsewhere = running_elsewhere(player, task);
        }
        let changed = player.changes().tasks.last();
        marks.focus = marks.running.or_else(|| changed.and_then(|task| marks.line_of(*task)));
        marks
    }

    fn add(&mut self, line: usize, task: Option<TaskId>, level: Level) {
        if let Some(task) = task {
            self.lines.entry(line).or_default().push(Mark { task, level });
        }
    }

    fn line_of(&self, task: TaskId) -> Option<usize> {
        let innermost = Mark { task, level: Level::Innermost };
        self.lines.iter().find(|(_, marks)| marks.contains(&innermost)).map(|(line, _)| *line)
    }

    /// The tasks at a line, from 1.
    pub fn on(&self, line: usize) -> &[Mark] {
        self.lines.get(&line).map_or(&[], |marks| marks)
    }

    /// The line that runs, from 1.
    pub const fn running(&self) -> Option<usize> {
        self.running
    }

    /// The file and the line that run, if it is not the program's own file.
    pub fn elsewhere(&self) -> Option<(&str, usize)> {
        self.elsewhere.as_ref().map(|(file, line)| (file.as_str(), *line))
    }

    /// The line that the last move is about, from 1.
    pub const fn focus(&self) -> Option<usize> {
        self.focus
    }
}

/// The lines of the program's own in an await chain, outermost first.
fn levels(player: &Player, chain: ChainId) -> Vec<(usize, Level)> {
    let places = player.history().dictionary().chain(chain).filter(|place| is_own(player, *place));
    let mut levels: Vec<_> = places.map(|place| (place.line as usize, Level::Outer)).collect();
    if let Some((_, level)) = levels.last_mut() {
        *level = Level::Innermost;
    }
    levels
}

fn is_own(player: &Player, place: Place<'_>) -> bool {
    player.history().header().is_none_or(|header| header.program == place.file)
}

fn own_line(player: &Player, location: LocationId) -> Option<usize> {
    let place = player.history().place(location)?;
    is_own(player, place).then_some(place.line as usize)
}

/// The line of the program outside any loop, where lines are recorded; while a loop runs, that line waits.
fn program_line(player: &Player) -> Option<usize> {
    let model = player.model();
    let is_outside = !player.is_finished() && !model.loops().iter().any(|each| each.running);
    model.line().filter(|_| is_outside).and_then(|location| own_line(player, location))
}

/// The line that a running task has reached, as far as its events tell; before the first of them, the line
/// where it was suspended.
fn running_line(player: &Player, task: TaskId) -> Option<usize> {
    let history = player.history();
    let playhead = player.playhead();
    for n in (playhead.saturating_sub(LOOK_BACK)..playhead).rev() {
        let event = history.event(n)?;
        if matches!(event.kind, EventKind::StepStarted { task: other, .. } if other == task) {
            return resumed_line(player, task, n);
        }
        if let Some(line) = line_told(&event.kind, task).and_then(|location| own_line(player, location)) {
            return Some(line);
        }
    }
    None
}

/// The place that a running task has reached, if that is in another file than the program's own.
fn running_elsewhere(player: &Player, task: TaskId) -> Option<(String, usize)> {
    let history = player.history();
    let playhead = player.playhead();
    for n in (playhead.saturating_sub(LOOK_BACK)..playhead).rev() {
        let event = history.event(n)?;
        if matches!(event.kind, EventKind::StepStarted { task: other, .. } if other == task) {
            return None;
        }
        if let Some(place) = line_told(&event.kind, task).and_then(|location| history.place(location)) {
            return (!is_own(player, place)).then(|| (place.file.to_owned(), place.line as usize));
        }
    }
    None
}

/// The line that an event of the task tells.
fn line_told(kind: &EventKind, of: TaskId) -> Option<LocationId> {
    match kind {
        EventKind::Line { location, task } if *task == Some(of) => Some(*location),
        EventKind::Output { location, task, .. } if *task == Some(of) => *location,
        EventKind::TaskCreated { location, parent, .. } if *parent == Some(of) => *location,
        EventKind::FutureCreated { location, by, .. } | EventKind::CancelRequested { location, by, .. }
            if *by == Cause::Task(of) =>
        {
            *location
        }
        EventKind::Blocked { location, .. } => *location,
        _ => None,
    }
}

/// The line where the task was suspended before the step that begins with event `step`.
fn resumed_line(player: &Player, task: TaskId, step: usize) -> Option<usize> {
    let history = player.history();
    let timeline = history.timeline();
    let track = timeline.track(TrackId::Task(task))?;
    let waits = timeline.spans_between(track, 0..step).rev().take(LOOK_BACK_SPANS);
    for span in waits.filter(|span| matches!(span.state, SpanState::Waiting | SpanState::Queued)) {
        let event = history.event(span.events.start)?;
        if let EventKind::StepEnded { chain: Some(chain), outcome, .. } = event.kind {
            debug_assert!(!matches!(outcome, StepOutcome::Returned(_)), "a task that ended is not resumed");
            let places = history.dictionary().chain(chain);
            return places.rev().find(|place| is_own(player, *place)).map(|place| place.line as usize);
        }
    }
    None
}

//! The exception that the instant is about: which task or whether the whole run ended by it, and where it was raised.

use super::standing::{is_own, places};
use crate::event::{EventKind, Owner, RunOutcome, StepOutcome};
use crate::id::{ChainId, TaskId};
use crate::model::{End, Model, Task, TaskState};
use crate::player::Player;

/// Why an exception is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Occasion {
    /// The selected task ended by it, at some time.
    Selected,
    /// The last move was about it.
    Moved,
}

/// An exception that ended a task or the run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raise {
    /// The task that it ended, of several the first; none where it was raised outside of all.
    pub task: Option<TaskId>,
    /// Its type.
    pub exception: String,
    /// The program's line where it was raised, or which it passed last on its way into other files.
    pub line: Option<usize>,
    /// The lines of the program that it passed on its way out of that one.
    pub(super) passed: Vec<usize>,
    /// The places further in, in other files, innermost first.
    pub(super) elsewhere: Vec<(String, usize)>,
    /// Why it is shown.
    pub(super) occasion: Occasion,
}

impl Raise {
    /// The exception that the instant at the playhead is about; none where its place is not known.
    pub(super) fn at(player: &Player, selected: Option<TaskId>) -> Option<Self> {
        let model = player.model();
        let ended = || match (model.outcome(), model.traceback()) {
            (Some(RunOutcome::Raised { exception, text }), Some(chain)) => {
                let task = first_to_raise(player, exception, text, chain);
                let raise = Self::new(player, task, exception, chain, Occasion::Moved);
                // What it passed on its way to the top is not all of one task.
                Some(Self { passed: Vec::new(), ..raise })
            }
            _ => None,
        };
        let moved = || moved(player).and_then(|task| Self::of(player, task, Occasion::Moved));
        let chosen = || selected.and_then(|task| Self::of(player, task, Occasion::Selected));
        ended().or_else(moved).or_else(chosen)
    }

    /// The exception of a task, if it ended by one.
    pub(super) fn of(player: &Player, task: TaskId, occasion: Occasion) -> Option<Self> {
        let exception = raised(player.model(), task)?;
        let chain = player.model().task(task)?.chain?;
        Some(Self::new(player, Some(task), exception, chain, occasion))
    }

    fn new(
        player: &Player,
        task: Option<TaskId>,
        exception: &str,
        chain: ChainId,
        occasion: Occasion,
    ) -> Self {
        let mut passed = Vec::new();
        let mut elsewhere = Vec::new();
        for place in places(player, chain) {
            if is_own(player, place) {
                passed.push(place.line as usize);
                elsewhere.clear();
            } else if place.owner == Owner::Program {
                elsewhere.push((place.file.to_owned(), place.line as usize));
            }
        }
        elsewhere.reverse();
        let line = passed.pop();
        Self { task, exception: exception.to_owned(), line, passed, elsewhere, occasion }
    }
}

/// The type of the exception by which a task ended.
fn raised(model: &Model, task: TaskId) -> Option<&str> {
    match &model.task(task)?.state {
        TaskState::Done(End::Raised(exception)) => Some(&exception.kind),
        _ => None,
    }
}

/// The first task that ended by an exception like this, raised at the same place.
fn first_to_raise(player: &Player, exception: &str, text: &str, chain: ChainId) -> Option<TaskId> {
    let origin = places(player, chain).next_back()?;
    let is_it = |task: &&Task| match (&task.state, task.chain) {
        (TaskState::Done(End::Raised(error)), Some(chain)) => {
            let is_same = &*error.kind == exception && &*error.text == text;
            is_same && places(player, chain).next_back() == Some(origin)
        }
        _ => false,
    };
    let tasks = player.model().tasks().filter(is_it);
    tasks.min_by_key(|task| (task.since, task.id())).map(Task::id)
}

/// The task that ended by an exception in the last move; after a jump, none.
fn moved(player: &Player) -> Option<TaskId> {
    let changes = player.changes();
    if changes.is_jump() {
        return None;
    }
    changes.events.clone().rev().find_map(|n| match player.history().event(n)?.kind {
        EventKind::StepEnded { task, outcome: StepOutcome::Raised { .. }, .. } => {
            raised(player.model(), task).map(|_| task)
        }
        _ => None,
    })
}

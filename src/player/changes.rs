//! What a move of the playhead changed, so that the screen can show it brighter than the rest.

use std::ops::Range;

use crate::event::{Awaited, Cause, EventKind, StepOutcome, Subject};
use crate::id::{FutureId, HandleId, TaskId};
use crate::model::History;

/// Beyond that many events a move is a jump, and nothing in particular changed.
const MOST: usize = 256;

/// What a move changed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// The events that were done, or undone.
    pub events: Range<usize>,
    /// The tasks that they are about.
    pub tasks: Vec<TaskId>,
    /// The handles and timers that they are about.
    pub handles: Vec<HandleId>,
    /// The futures that they are about.
    pub futures: Vec<FutureId>,
    /// The outputs that came, or went.
    pub outputs: Range<usize>,
}

impl Changes {
    pub(super) fn between(
        history: &History,
        from: usize,
        to: usize,
        outputs_before: usize,
        outputs_now: usize,
    ) -> Self {
        let mut changes = Self {
            events: from.min(to)..from.max(to),
            outputs: outputs_before.min(outputs_now)..outputs_before.max(outputs_now),
            ..Self::default()
        };
        if !changes.is_jump() {
            for n in changes.events.clone() {
                if let Some(event) = history.event(n) {
                    changes.note(&event.kind);
                }
            }
        }
        changes
    }

    /// The task that the latest event before a playhead is about that is about one of the program's own; not
    /// further back than a move that is no jump.
    pub(super) fn latest_task(history: &History, playhead: usize) -> Option<TaskId> {
        let is_own = |task: &TaskId| history.latest().task(*task).is_some_and(|task| !task.info.housekeeping);
        (playhead.saturating_sub(MOST)..playhead).rev().find_map(|n| {
            let mut changes = Self::default();
            changes.note(&history.event(n)?.kind);
            changes.tasks.into_iter().rev().find(is_own)
        })
    }

    /// Whether the move was so far that no ids are given.
    pub const fn is_jump(&self) -> bool {
        self.events.end - self.events.start > MOST
    }

    fn note(&mut self, kind: &EventKind) {
        match kind {
            EventKind::HandleScheduled { handle, what, .. } | EventKind::TimerSet { handle, what, .. } => {
                add(&mut self.handles, *handle);
                if let Subject::Step(task) = what {
                    add(&mut self.tasks, *task);
                }
            }
            EventKind::TimerMoved { handle }
            | EventKind::TimerCancelled { handle, .. }
            | EventKind::HandleStarted { handle }
            | EventKind::HandleEnded { handle } => add(&mut self.handles, *handle),
            EventKind::TaskCreated { task, .. } | EventKind::CancelRequested { task, .. } => {
                add(&mut self.tasks, *task);
            }
            EventKind::StepStarted { task, handle, .. } => {
                add(&mut self.tasks, *task);
                if let Some(handle) = handle {
                    add(&mut self.handles, *handle);
                }
            }
            EventKind::StepEnded { task, outcome, .. } => {
                add(&mut self.tasks, *task);
                if let StepOutcome::Waiting(Awaited::Future(future)) = outcome {
                    add(&mut self.futures, *future);
                }
            }
            EventKind::CallbackAdded { on: Awaited::Future(future), .. }
            | EventKind::CallbackRemoved { on: Awaited::Future(future), .. } => {
                add(&mut self.futures, *future);
            }
            EventKind::FutureCreated { future, .. } => add(&mut self.futures, *future),
            EventKind::FutureResolved { future, by, .. } => {
                add(&mut self.futures, *future);
                if let Cause::Handle(handle) = by {
                    add(&mut self.handles, *handle);
                }
            }
            EventKind::CallbackAdded { on: Awaited::Task(task), .. }
            | EventKind::CallbackRemoved { on: Awaited::Task(task), .. }
            | EventKind::Output { task: Some(task), .. }
            | EventKind::Line { task: Some(task), .. }
            | EventKind::Sync { task: Some(task), .. }
            | EventKind::Finding { task: Some(task), .. } => add(&mut self.tasks, *task),
            _ => {}
        }
    }
}

/// Adds an id that is not there yet; there are a handful.
fn add<T: PartialEq>(ids: &mut Vec<T>, id: T) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}

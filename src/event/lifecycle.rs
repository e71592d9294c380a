//! The legal transitions of tasks and handles, as a table, and a checker that holds a trace against it.
//!
//! ```text
//!  task    New ──scheduled──► Ready ──step started──► Running ──returned, raised, cancelled──► Done
//!           └─step started (eager)──────────────────►  │  ▲
//!                             ▲                        │  │ scheduled while it runs: Woken, which
//!                             └─scheduled── Waiting ◄──┘  │ becomes Ready when the step ends
//!
//!  handle  Timer ──moved──► Queued ──started──► Running ──ended──► Gone
//!           └──cancelled──► Gone
//! ```
//!
//! A callback is left only with a task or a future that is not done, and taken back only from there.
//!
//! Every test that makes a trace runs it through [`Lifecycle`]; a reader uses it to refuse recordings
//! that contradict themselves.

use thiserror::Error;

use super::{Awaited, Event, EventKind, StepOutcome, Subject};
use crate::id::{HandleId, TaskId};
use crate::time::Moment;

/// The state of a task. Glossary: *pending* is New, Ready or Waiting.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TaskState {
    /// Made, but its first step not yet scheduled.
    New,
    /// A handle on the ready queue will resume it.
    Ready,
    /// In its step.
    Running,
    /// In its step, and a handle that will resume it is already on the ready queue.
    Woken,
    /// Suspended until what it awaits is resolved.
    Waiting,
    /// Ended; nothing more happens to it.
    Done,
}

/// What can happen to a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaskChange {
    /// A handle that will resume it is put on the ready queue.
    Scheduled,
    /// Its step starts.
    Started,
    /// Its step ends and it waits.
    Suspended,
    /// Its step ends and it wants to run again at once.
    Yielded,
    /// Its step ends and so does it.
    Ended,
}

/// The table: every legal transition of a task.
pub const TASK_TRANSITIONS: &[(TaskState, TaskChange, TaskState)] = &[
    (TaskState::New, TaskChange::Scheduled, TaskState::Ready),
    // An eager task's first step runs inside the step that made it.
    (TaskState::New, TaskChange::Started, TaskState::Running),
    (TaskState::Ready, TaskChange::Started, TaskState::Running),
    (TaskState::Running, TaskChange::Scheduled, TaskState::Woken),
    (TaskState::Running, TaskChange::Suspended, TaskState::Waiting),
    (TaskState::Running, TaskChange::Ended, TaskState::Done),
    (TaskState::Woken, TaskChange::Yielded, TaskState::Ready),
    // What it began to wait for was resolved before its step was over.
    (TaskState::Woken, TaskChange::Suspended, TaskState::Ready),
    (TaskState::Woken, TaskChange::Ended, TaskState::Done),
    (TaskState::Waiting, TaskChange::Scheduled, TaskState::Ready),
];

impl TaskState {
    /// The state after `change`, or `None` where that cannot happen.
    #[must_use]
    pub fn after(self, change: TaskChange) -> Option<Self> {
        TASK_TRANSITIONS.iter().find(|row| row.0 == self && row.1 == change).map(|row| row.2)
    }
}

/// The state of a handle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HandleState {
    /// In the timer heap.
    Timer,
    /// On the ready queue.
    Queued,
    /// Running.
    Running,
    /// Ran, or was cancelled.
    Gone,
}

/// What a trace did that cannot happen.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("event {seq}: {what}")]
pub struct Violation {
    /// The event.
    pub seq: u64,
    /// What is wrong with it.
    pub what: String,
}

/// Follows a trace and holds each event against the table.
#[derive(Clone, Debug, Default)]
pub struct Lifecycle {
    tasks: Vec<Option<TaskState>>,
    handles: Vec<Option<HandleState>>,
    resolved: Vec<Option<()>>,
    last: Option<(u64, Moment)>,
    ended: bool,
}

/// Ids are dense, so an id this far beyond those seen is a mistake, not a reason to allocate.
const LARGEST_GAP: usize = 1 << 16;

fn slot<T: Clone>(table: &mut Vec<Option<T>>, index: usize) -> Result<&mut Option<T>, String> {
    if index >= table.len() {
        if index - table.len() > LARGEST_GAP {
            return Err(format!("the id {} comes out of order", index + 1));
        }
        table.resize(index + 1, None);
    }
    Ok(&mut table[index])
}

impl Lifecycle {
    /// Takes the next event of the trace.
    ///
    /// # Errors
    /// Where the event cannot follow what came before it.
    pub fn check(&mut self, event: &Event) -> Result<(), Violation> {
        self.order(event)
            .and_then(|()| self.apply(&event.kind))
            .map_err(|what| Violation { seq: event.seq, what })
    }

    fn order(&mut self, event: &Event) -> Result<(), String> {
        if self.ended {
            return Err("comes after the end of the run".to_owned());
        }
        if let Some((seq, at)) = self.last {
            if event.seq != seq + 1 {
                return Err(format!("follows event {seq}"));
            }
            if event.at < at {
                return Err(format!("time goes back from {at} to {}", event.at));
            }
        }
        self.last = Some((event.seq, event.at));
        Ok(())
    }

    fn apply(&mut self, kind: &EventKind) -> Result<(), String> {
        match kind {
            EventKind::TaskCreated { task, .. } => {
                let slot = slot(&mut self.tasks, task.index())?;
                if slot.replace(TaskState::New).is_some() {
                    return Err(format!("{task} is created twice"));
                }
            }
            EventKind::HandleScheduled { handle, what, .. } => {
                self.enter(*handle, HandleState::Queued)?;
                if let Subject::Step(task) = what {
                    self.task(*task, TaskChange::Scheduled)?;
                }
            }
            EventKind::TimerSet { handle, .. } => self.enter(*handle, HandleState::Timer)?,
            EventKind::TimerMoved { handle } => {
                self.handle(*handle, HandleState::Timer, HandleState::Queued)?;
            }
            EventKind::TimerCancelled { handle, .. } => {
                self.handle(*handle, HandleState::Timer, HandleState::Gone)?;
            }
            EventKind::HandleStarted { handle } => {
                self.handle(*handle, HandleState::Queued, HandleState::Running)?;
            }
            EventKind::HandleEnded { handle } => {
                self.handle(*handle, HandleState::Running, HandleState::Gone)?;
            }
            EventKind::StepStarted { task, handle, .. } => {
                self.task(*task, TaskChange::Started)?;
                if let Some(handle) = handle {
                    self.handle(*handle, HandleState::Queued, HandleState::Gone)?;
                }
            }
            EventKind::StepEnded { task, outcome, .. } => {
                let change = match outcome {
                    StepOutcome::Waiting(_) => TaskChange::Suspended,
                    StepOutcome::Yielded => TaskChange::Yielded,
                    _ => TaskChange::Ended,
                };
                self.task(*task, change)?;
            }
            EventKind::FutureResolved { future, .. } => {
                *slot(&mut self.resolved, future.index())? = Some(());
            }
            EventKind::CallbackAdded { on, .. } | EventKind::CallbackRemoved { on, .. } => {
                self.callback(*on)?;
            }
            EventKind::RunEnded { .. } => self.ended = true,
            _ => {}
        }
        Ok(())
    }

    fn task(&mut self, task: TaskId, change: TaskChange) -> Result<(), String> {
        let slot = slot(&mut self.tasks, task.index())?;
        let Some(state) = *slot else { return Err(format!("{task} was never created")) };
        let Some(next) = state.after(change) else {
            return Err(format!("{task} is {state:?} and cannot be {change:?}"));
        };
        *slot = Some(next);
        Ok(())
    }

    /// A callback is only left with what is not done, and taken back from there: with what is done it is scheduled
    /// at once.
    fn callback(&mut self, on: Awaited) -> Result<(), String> {
        let (what, is_done) = match on {
            Awaited::Task(task) => match slot(&mut self.tasks, task.index())? {
                None => return Err(format!("{task} was never created")),
                Some(state) => (task.to_string(), *state == TaskState::Done),
            },
            Awaited::Future(future) => {
                let is_resolved = self.resolved.get(future.index()).is_some_and(Option::is_some);
                (format!("future {}", future.0), is_resolved)
            }
        };
        if is_done {
            Err(format!("a callback of {what}, which is done, is left or taken back"))
        } else {
            Ok(())
        }
    }

    fn enter(&mut self, handle: HandleId, state: HandleState) -> Result<(), String> {
        match slot(&mut self.handles, handle.index())?.replace(state) {
            None => Ok(()),
            Some(_) => Err(format!("{handle} is used twice")),
        }
    }

    fn handle(&mut self, handle: HandleId, from: HandleState, to: HandleState) -> Result<(), String> {
        let slot = slot(&mut self.handles, handle.index())?;
        if *slot != Some(from) {
            return Err(format!("{handle} is {slot:?}, not {from:?}"));
        }
        *slot = Some(to);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Cause, FutureOutcome};
    use crate::id::{FutureId, TextId, ThreadId};

    #[test]
    fn the_table_is_a_function() {
        for (i, row) in TASK_TRANSITIONS.iter().enumerate() {
            let twins = TASK_TRANSITIONS[i + 1..].iter().filter(|other| other.0 == row.0 && other.1 == row.1);
            assert_eq!(twins.count(), 0, "{row:?} stands twice");
        }
    }

    #[test]
    fn a_callback_is_left_only_with_what_is_not_done() {
        let (task, callback, by) = (TaskId(1), TextId(1), Cause::Thread);
        let on = Awaited::Task(task);
        let (added, removed) =
            (EventKind::CallbackAdded { on, callback, by }, EventKind::CallbackRemoved { on, callback, by });
        let created = EventKind::TaskCreated {
            task,
            name: None,
            coroutine: TextId(1),
            parent: None,
            location: None,
            housekeeping: false,
        };
        let started = EventKind::StepStarted { task, handle: None, n: 1 };
        let outcome = StepOutcome::Returned("None".into());
        let ended = EventKind::StepEnded { task, outcome, chain: None };
        let (future, outcome) = (FutureId(1), FutureOutcome::Result("None".into()));
        let resolved = EventKind::FutureResolved { future, outcome, by };
        let on = Awaited::Future(future);
        let with_future = EventKind::CallbackAdded { on, callback, by };
        let last = |kinds: &[&EventKind]| {
            let mut lifecycle = Lifecycle::default();
            let checked = (0..).zip(kinds).map(|(seq, kind)| {
                let kind = (*kind).clone();
                lifecycle.check(&Event { seq, at: Moment::START, thread: ThreadId(1), on_loop: None, kind })
            });
            checked.last().expect("an event").map_err(|violation| violation.what)
        };
        assert_eq!(last(&[&created, &added, &removed, &started, &added]), Ok(()));
        let done = Err("a callback of Task-1, which is done, is left or taken back".to_owned());
        assert_eq!(last(&[&created, &added, &started, &ended, &removed]), done);
        assert_eq!(last(&[&created, &started, &ended, &added]), done);
        assert_eq!(last(&[&added]), Err("Task-1 was never created".to_owned()));
        assert_eq!(last(&[&with_future]), Ok(()));
        let done = Err("a callback of future 1, which is done, is left or taken back".to_owned());
        assert_eq!(last(&[&resolved, &with_future]), done);
    }

    #[test]
    fn nothing_leaves_done_and_nothing_runs_twice() {
        for change in [
            TaskChange::Scheduled,
            TaskChange::Started,
            TaskChange::Suspended,
            TaskChange::Yielded,
            TaskChange::Ended,
        ] {
            assert_eq!(TaskState::Done.after(change), None);
        }
        assert_eq!(TaskState::Running.after(TaskChange::Started), None);
        assert_eq!(TaskState::Ready.after(TaskChange::Scheduled), None);
    }
}

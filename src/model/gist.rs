//! What moves and breakpoints want to know of an event, found without unpacking it: a million events are
//! looked through while a key is answered.

use crate::event::{EventKind, FutureOutcome, RunOutcome, StepOutcome, Subject};
use crate::id::{ChainId, LocationId, TaskId};

/// How a task's last step ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ending {
    /// Its coroutine returned.
    Returned,
    /// It raised.
    Raised,
    /// It was cancelled.
    Cancelled,
}

/// An event in short.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gist {
    /// A step of the task begins.
    Step(TaskId),
    /// A callback begins.
    Callback,
    /// An iteration begins.
    Iteration,
    /// The task is made, at this line.
    Created(TaskId, Option<LocationId>),
    /// The task is put on the ready queue.
    Wakeup(TaskId),
    /// The task is suspended and waits.
    Waits(TaskId, Option<ChainId>),
    /// The task is suspended and is ready again.
    Yields(TaskId, Option<ChainId>),
    /// The task ended.
    Ended(TaskId, Ending),
    /// A line begins.
    Line(LocationId),
    /// Something is written, by this line.
    Output(Option<LocationId>),
    /// A remark.
    Finding,
    /// Something else that happens at a line: a request to cancel, a thread that blocks.
    At(Option<LocationId>),
    /// A future, a job or the run itself fails.
    Failure,
    /// Something that is not looked for.
    Other,
}

impl Gist {
    /// Of an event that is not held in one of the small forms.
    pub(super) const fn of(kind: &EventKind) -> Self {
        match kind {
            EventKind::HandleScheduled { what: Subject::Step(task), .. } => Self::Wakeup(*task),
            EventKind::StepStarted { task, .. } => Self::Step(*task),
            EventKind::HandleStarted { .. } => Self::Callback,
            EventKind::Iteration { .. } => Self::Iteration,
            EventKind::TaskCreated { task, location, .. } => Self::Created(*task, *location),
            EventKind::StepEnded { task, outcome, chain } => match outcome {
                StepOutcome::Waiting(_) => Self::Waits(*task, *chain),
                StepOutcome::Yielded => Self::Yields(*task, *chain),
                StepOutcome::Returned(_) => Self::Ended(*task, Ending::Returned),
                StepOutcome::Raised { .. } => Self::Ended(*task, Ending::Raised),
                StepOutcome::Cancelled => Self::Ended(*task, Ending::Cancelled),
            },
            EventKind::Line { location, .. } => Self::Line(*location),
            EventKind::Output { location, .. } => Self::Output(*location),
            EventKind::Finding { .. } => Self::Finding,
            EventKind::CancelRequested { location, .. } | EventKind::Blocked { location, .. } => {
                Self::At(*location)
            }
            EventKind::FutureResolved { outcome: FutureOutcome::Raised { .. }, .. }
            | EventKind::JobEnded { outcome: FutureOutcome::Raised { .. }, .. }
            | EventKind::RunEnded { outcome: RunOutcome::Raised { .. } | RunOutcome::Deadlock, .. } => {
                Self::Failure
            }
            _ => Self::Other,
        }
    }

    /// Whether something went wrong, or was ended from outside.
    pub const fn is_error(self) -> bool {
        matches!(self, Self::Failure | Self::Ended(_, Ending::Raised | Ending::Cancelled))
    }
}

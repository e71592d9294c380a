//! Tasks and futures as they stand at an instant.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use crate::event::{Awaited, Cause, FutureKind, FutureOutcome, StepOutcome};
use crate::id::{ChainId, HandleId, LocationId, TaskId, TextId};
use crate::time::Moment;

use super::few::Few;

/// What never changes about a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TaskInfo {
    /// The task.
    pub id: TaskId,
    /// Its name, where that is not just `Task-N`.
    pub name: Option<Box<str>>,
    /// The qualified name of its coroutine.
    pub coroutine: TextId,
    /// The task that made it; none for code outside any task.
    pub parent: Option<TaskId>,
    /// The line that made it.
    pub location: Option<LocationId>,
    /// When it was made.
    pub created: Moment,
    /// One of `asyncio.run`'s own tasks: neither counted nor shown by default.
    pub housekeeping: bool,
}

/// The state of a task in the words of the glossary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TaskState {
    /// Not ended and not running.
    Pending(Pending),
    /// In a step.
    Running,
    /// Ended; nothing more happens to it.
    Done(End),
}

/// Why a pending task does not run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pending {
    /// It was made a moment ago and its first step is not yet scheduled.
    New,
    /// A handle on the ready queue will resume it.
    Queued,
    /// It is suspended until what it awaits is done.
    Waiting,
}

/// How a task ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End {
    /// Its coroutine returned; what it returned, as Python writes it, shortened.
    Returned(Shown),
    /// Its coroutine raised.
    Raised(Arc<Exception>),
    /// It was cancelled.
    Cancelled,
}

/// An exception, as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exception {
    /// Its type.
    pub kind: Box<str>,
    /// Its text; may be empty.
    pub text: Box<str>,
}

impl Exception {
    pub(super) fn new(kind: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { kind: kind.into(), text: text.into() })
    }
}

/// `ValueError: no such thing`, or the type alone where there is no text.
impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.kind)?;
        if self.text.is_empty() { Ok(()) } else { write!(f, ": {}", self.text) }
    }
}

/// A task at an instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// What never changes about it.
    pub info: Arc<TaskInfo>,
    /// Its state.
    pub state: TaskState,
    /// Since when it is in this state; for a done task, when it ended.
    pub since: Moment,
    /// What it awaits; once it is queued again or runs, what it awaited last.
    pub awaits: Option<Awaited>,
    /// Where each level of its await chain is suspended; while it runs, from where it resumed. Once it raised, the
    /// traceback of its exception; once it was cancelled, where it was suspended last.
    pub chain: Option<ChainId>,
    /// Who scheduled its latest step; kept while that step runs.
    pub woken_by: Option<Cause>,
    /// The handle on the ready queue that will resume it.
    pub handle: Option<HandleId>,
    /// Steps begun.
    pub steps: u32,
    /// How often somebody asked it to end by `cancel()`.
    pub cancel_requests: u32,
    /// The tasks that wait for it to end.
    pub waiters: Waiters,
    /// The names of the callbacks that its end puts on the ready queue, and put there once it is done; not those that
    /// wake whoever waits.
    pub callbacks: Few<TextId>,
}

impl Task {
    pub(super) fn new(info: TaskInfo) -> Self {
        Self {
            state: TaskState::Pending(Pending::New),
            since: info.created,
            info: Arc::new(info),
            awaits: None,
            chain: None,
            woken_by: None,
            handle: None,
            steps: 0,
            cancel_requests: 0,
            waiters: Waiters::None,
            callbacks: Few::None,
        }
    }

    /// Its id.
    pub fn id(&self) -> TaskId {
        self.info.id
    }

    /// Its name: the one it was given, or `Task-N`.
    pub fn name(&self) -> String {
        self.info.name.as_deref().map_or_else(|| self.info.id.to_string(), str::to_owned)
    }

    /// Whether it ended.
    pub const fn is_done(&self) -> bool {
        matches!(self.state, TaskState::Done(_))
    }

    /// Whether it is suspended and nothing on the ready queue will resume it.
    pub const fn is_waiting(&self) -> bool {
        matches!(self.state, TaskState::Pending(Pending::Waiting))
    }

    /// Its step ends at `at` with `outcome`, at the places of `chain`.
    pub(super) fn suspend_or_end(&mut self, outcome: &StepOutcome, chain: Option<ChainId>, at: Moment) {
        self.since = at;
        self.awaits = None;
        // A cancellation is thrown in where the task was suspended last.
        if !matches!(outcome, StepOutcome::Cancelled) {
            self.chain = chain;
        }
        self.state = match outcome {
            StepOutcome::Waiting(awaited) => {
                self.awaits = Some(*awaited);
                // What it began to wait for may have been resolved before its step was over.
                TaskState::Pending(if self.handle.is_some() { Pending::Queued } else { Pending::Waiting })
            }
            StepOutcome::Yielded => TaskState::Pending(Pending::Queued),
            StepOutcome::Returned(text) => TaskState::Done(End::Returned(text.into())),
            StepOutcome::Raised { exception, text } => {
                TaskState::Done(End::Raised(Exception::new(exception, text)))
            }
            StepOutcome::Cancelled => TaskState::Done(End::Cancelled),
        };
    }
}

/// A value as Python writes it, shortened. One word wide, and shared between the copies of a model.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown(Arc<Box<str>>);

impl From<&str> for Shown {
    /// Most results are `None`, so those are one allocation for all.
    fn from(text: &str) -> Self {
        static NONE: LazyLock<Arc<Box<str>>> = LazyLock::new(|| Arc::new("None".into()));
        Self(if text == "None" { Arc::clone(&NONE) } else { Arc::new(text.into()) })
    }
}

impl From<&Box<str>> for Shown {
    fn from(text: &Box<str>) -> Self {
        Self::from(&**text)
    }
}

impl Deref for Shown {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// The tasks that wait for one thing, in the order in which they began to.
pub type Waiters = Few<TaskId>;

/// A future that is not a task, at an instant. Kept small, for there may be one for every other step; who made
/// it, and when, is looked up by [`History::future_origin`](super::History::future_origin).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// What it is for.
    pub kind: FutureKind,
    /// The program's line that made it.
    pub location: Option<LocationId>,
    /// How it was resolved; none while it is not.
    pub outcome: Option<Resolution>,
    /// The tasks that wait for it.
    pub waiters: Waiters,
    /// How many events there were once it was made, 0 where that was never said.
    pub(super) created: u32,
}

/// How a future was resolved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Resolution {
    /// With a result.
    Result,
    /// With an exception.
    Raised,
    /// By cancellation.
    Cancelled,
}

impl From<&FutureOutcome> for Resolution {
    fn from(outcome: &FutureOutcome) -> Self {
        match outcome {
            FutureOutcome::Result(_) => Self::Result,
            FutureOutcome::Raised { .. } => Self::Raised,
            FutureOutcome::Cancelled => Self::Cancelled,
        }
    }
}

impl Slot {
    /// A future of which nothing is known but that it exists.
    pub(super) const UNKNOWN: Self =
        Self { kind: FutureKind::Plain, location: None, outcome: None, waiters: Waiters::None, created: 0 };
}

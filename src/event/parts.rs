//! The small types that events are made of, and how each stands in the flat form.

use serde::{Deserialize, Serialize};

use super::fields::{Field, FieldError, Fields, Number, Text};
use crate::id::{FutureId, HandleId, TaskId, TextId};

/// Enums that stand in a recording as one word.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word in a recording, which is also fit to be shown.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The value with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl Field for $name {
            type Key = Text;

            fn put<'a>(&'a self, key: Text, fields: &mut Fields<'a>) {
                fields.set_text(key, self.word());
            }

            fn take(key: Text, fields: &Fields<'_>) -> Result<Self, FieldError> {
                let word = fields.text(key).ok_or_else(|| fields.missing(key.short()))?;
                Self::from_word(word).ok_or_else(|| fields.wrong(key.short(), word))
            }
        }
    )*};
}

words! {
    /// Which clock a run used.
    ClockKind {
        /// Time jumps to the next deadline when all is idle.
        Virtual = "virtual",
        /// The machine's monotonic clock; the run really waits.
        Real = "real",
    }
    /// What a virtual thread is for.
    ThreadKind {
        /// The program's first thread.
        Main = "main",
        /// A thread that the program started.
        Plain = "thread",
        /// A thread of a pool.
        Pool = "pool",
        /// A simulated process.
        Process = "process",
    }
    /// What a future is for.
    FutureKind {
        /// Made by the program itself.
        Plain = "future",
        /// The future behind `asyncio.sleep`.
        Sleep = "sleep",
        /// The future of a `gather`.
        Gather = "gather",
        /// The waiter of `wait` and `wait_for`.
        Wait = "wait",
        /// The outer future of a `shield`.
        Shield = "shield",
        /// A future for a job of a thread or process pool.
        Pool = "pool",
        /// Waiting for a lock.
        Lock = "lock",
        /// Waiting for an event.
        Event = "event",
        /// Waiting for a condition.
        Condition = "condition",
        /// Waiting for a semaphore.
        Semaphore = "semaphore",
        /// Waiting for a barrier.
        Barrier = "barrier",
        /// Waiting for a queue.
        Queue = "queue",
        /// Waiting for the tasks of a group.
        TaskGroup = "task group",
    }
    /// What blocked a thread.
    BlockCause {
        /// `time.sleep`.
        Sleep = "sleep",
        /// Waiting for another thread to end.
        Join = "join",
        /// Waiting for a thread's lock.
        Lock = "lock",
        /// Reading from standard input.
        Input = "input",
    }
    /// The kinds of synchronisation objects.
    SyncKind {
        /// A lock.
        Lock = "lock",
        /// An event.
        Event = "event",
        /// A condition.
        Condition = "condition",
        /// A semaphore.
        Semaphore = "semaphore",
        /// A barrier.
        Barrier = "barrier",
        /// A queue.
        Queue = "queue",
    }
    /// What is done to a synchronisation object.
    SyncOperation {
        /// Somebody begins to wait for it.
        Wait = "wait",
        /// It is acquired.
        Acquire = "acquire",
        /// It is released.
        Release = "release",
        /// An event is set.
        Set = "set",
        /// An event is cleared.
        Clear = "clear",
        /// Waiters of a condition are notified.
        Notify = "notify",
        /// Something is put into a queue.
        Put = "put",
        /// Something is taken from a queue.
        Get = "get",
        /// A queue's item is marked as dealt with.
        TaskDone = "task done",
        /// A queue is shut down.
        Shutdown = "shutdown",
    }
    /// Where output goes.
    Stream {
        /// Standard output.
        Stdout = "1",
        /// Standard error.
        Stderr = "2",
    }
    /// What a finding is about.
    FindingKind {
        /// A coroutine was made and never awaited.
        NeverAwaited = "never awaited",
        /// An exception that nobody asked for.
        NeverRetrieved = "never retrieved",
        /// A task was dropped while it waited.
        DestroyedPending = "destroyed pending",
        /// The loop was blocked.
        Blocked = "blocked loop",
        /// Nobody is left who could wake anybody.
        Deadlock = "deadlock",
        /// A form that Python has since removed or will remove.
        Deprecated = "deprecated",
        /// A limit ended the run.
        Limit = "limit",
        /// The embedded interpreter cannot do what was asked.
        Unsupported = "unsupported",
    }
    /// The limits of a run.
    LimitKind {
        /// Too many events.
        Events = "events",
        /// Too much virtual time.
        VirtualTime = "virtual time",
        /// Too much output.
        Output = "output",
    }
}

/// Who did something: a task in its step, a handle that is no step, or the thread's code outside both.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Cause {
    /// A running step of the task.
    Task(TaskId),
    /// A running callback.
    Handle(HandleId),
    /// Code of the event's thread outside any handle, or the loop itself.
    Thread,
}

impl Field for Cause {
    type Key = ();

    fn put<'a>(&'a self, (): (), fields: &mut Fields<'a>) {
        match self {
            Self::Task(task) => task.put(Number::ByTask, fields),
            Self::Handle(handle) => handle.put(Number::ByHandle, fields),
            Self::Thread => {}
        }
    }

    fn take((): (), fields: &Fields<'_>) -> Result<Self, FieldError> {
        if let Some(task) = Field::take(Number::ByTask, fields)? {
            return Ok(Self::Task(task));
        }
        let handle: Option<HandleId> = Field::take(Number::ByHandle, fields)?;
        Ok(handle.map_or(Self::Thread, Self::Handle))
    }
}

/// What a handle will do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Subject {
    /// Resume the task.
    Step(TaskId),
    /// Call a function of this name.
    Callback(TextId),
}

impl Field for Subject {
    type Key = ();

    fn put<'a>(&'a self, (): (), fields: &mut Fields<'a>) {
        match self {
            Self::Step(task) => task.put(Number::Task, fields),
            Self::Callback(name) => name.put(Number::Name, fields),
        }
    }

    fn take((): (), fields: &Fields<'_>) -> Result<Self, FieldError> {
        match Field::take(Number::Task, fields)? {
            Some(task) => Ok(Self::Step(task)),
            None => Field::take(Number::Name, fields).map(Self::Callback),
        }
    }
}

/// What can be waited for: by a task that suspends, or by a callback that is left with it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Awaited {
    /// A future.
    Future(FutureId),
    /// A task's end.
    Task(TaskId),
}

/// As what a callback is left with; a step says what its task awaits in its outcome.
impl Field for Awaited {
    type Key = ();

    fn put<'a>(&'a self, (): (), fields: &mut Fields<'a>) {
        match self {
            Self::Future(future) => future.put(Number::Future, fields),
            Self::Task(task) => task.put(Number::Task, fields),
        }
    }

    fn take((): (), fields: &Fields<'_>) -> Result<Self, FieldError> {
        match Field::take(Number::Task, fields)? {
            Some(task) => Ok(Self::Task(task)),
            None => Field::take(Number::Future, fields).map(Self::Future),
        }
    }
}

/// How a step ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StepOutcome {
    /// The task suspended until something is resolved.
    Waiting(Awaited),
    /// The task suspended and is ready again at once (`sleep(0)`).
    Yielded,
    /// The coroutine returned; what it returned, as Python writes it, shortened.
    Returned(Box<str>),
    /// The coroutine raised.
    Raised {
        /// The exception's type.
        exception: Box<str>,
        /// Its text.
        text: Box<str>,
    },
    /// The coroutine ended by cancellation.
    Cancelled,
}

/// How a future, or a job of a pool, was resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FutureOutcome {
    /// With a result, as Python writes it, shortened.
    Result(Box<str>),
    /// With an exception.
    Raised {
        /// The exception's type.
        exception: Box<str>,
        /// Its text.
        text: Box<str>,
    },
    /// By cancellation.
    Cancelled,
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RunOutcome {
    /// The program came to its end.
    Finished,
    /// The program called `sys.exit` with this code.
    Exited(u32),
    /// An exception reached the top.
    Raised {
        /// The exception's type.
        exception: Box<str>,
        /// Its text.
        text: Box<str>,
    },
    /// Nothing could ever happen any more.
    Deadlock,
    /// A limit was reached.
    Limit(LimitKind),
    /// The run was ended from outside.
    Killed,
}

fn put_raised<'a>(exception: &'a str, text: &'a str, fields: &mut Fields<'a>) {
    fields.set_text(Text::Outcome, "raise");
    fields.set_text(Text::Type, exception);
    if !text.is_empty() {
        fields.set_text(Text::Value, text);
    }
}

fn value(fields: &Fields<'_>) -> Box<str> {
    fields.text(Text::Value).unwrap_or_default().into()
}

fn exception(fields: &Fields<'_>) -> Result<Box<str>, FieldError> {
    Field::take(Text::Type, fields)
}

/// `None` stands for itself by absence: most results are `None`.
fn put_value<'a>(value: &'a str, fields: &mut Fields<'a>) {
    if value != "None" {
        fields.set_text(Text::Value, value);
    }
}

fn value_or_none(fields: &Fields<'_>) -> Box<str> {
    fields.text(Text::Value).unwrap_or("None").into()
}

impl Field for StepOutcome {
    type Key = ();

    fn put<'a>(&'a self, (): (), fields: &mut Fields<'a>) {
        match self {
            // Without an outcome the task waits, and the awaited thing's key says for what.
            Self::Waiting(Awaited::Future(future)) => future.put(Number::Future, fields),
            Self::Waiting(Awaited::Task(task)) => task.put(Number::Parent, fields),
            Self::Yielded => fields.set_text(Text::Outcome, "yield"),
            Self::Returned(text) => {
                fields.set_text(Text::Outcome, "return");
                put_value(text, fields);
            }
            Self::Raised { exception, text } => put_raised(exception, text, fields),
            Self::Cancelled => fields.set_text(Text::Outcome, "cancel"),
        }
    }

    fn take((): (), fields: &Fields<'_>) -> Result<Self, FieldError> {
        Ok(match fields.text(Text::Outcome) {
            None => match Field::take(Number::Parent, fields)? {
                Some(task) => Self::Waiting(Awaited::Task(task)),
                None => Self::Waiting(Awaited::Future(Field::take(Number::Future, fields)?)),
            },
            Some("yield") => Self::Yielded,
            Some("return") => Self::Returned(value_or_none(fields)),
            Some("raise") => Self::Raised { exception: exception(fields)?, text: value(fields) },
            Some("cancel") => Self::Cancelled,
            Some(other) => return Err(fields.wrong("o", other)),
        })
    }
}

impl Field for FutureOutcome {
    type Key = ();

    fn put<'a>(&'a self, (): (), fields: &mut Fields<'a>) {
        match self {
            Self::Result(text) => put_value(text, fields),
            Self::Raised { exception, text } => put_raised(exception, text, fields),
            Self::Cancelled => fields.set_text(Text::Outcome, "cancel"),
        }
    }

    fn take((): (), fields: &Fields<'_>) -> Result<Self, FieldError> {
        Ok(match fields.text(Text::Outcome) {
            None => Self::Result(value_or_none(fields)),
            Some("raise") => Self::Raised { exception: exception(fields)?, text: value(fields) },
            Some("cancel") => Self::Cancelled,
            Some(other) => return Err(fields.wrong("o", other)),
        })
    }
}

impl Field for RunOutcome {
    type Key = ();

    fn put<'a>(&'a self, (): (), fields: &mut Fields<'a>) {
        match self {
            Self::Finished => fields.set_text(Text::Outcome, "finished"),
            Self::Exited(code) => {
                fields.set_text(Text::Outcome, "exit");
                code.put(Number::Code, fields);
            }
            Self::Raised { exception, text } => put_raised(exception, text, fields),
            Self::Deadlock => fields.set_text(Text::Outcome, "deadlock"),
            Self::Limit(kind) => {
                fields.set_text(Text::Outcome, "limit");
                kind.put(Text::Kind, fields);
            }
            Self::Killed => fields.set_text(Text::Outcome, "killed"),
        }
    }

    fn take((): (), fields: &Fields<'_>) -> Result<Self, FieldError> {
        Ok(match fields.text(Text::Outcome) {
            Some("finished") => Self::Finished,
            Some("exit") => Self::Exited(Field::take(Number::Code, fields)?),
            Some("raise") => Self::Raised { exception: exception(fields)?, text: value(fields) },
            Some("deadlock") => Self::Deadlock,
            Some("limit") => Self::Limit(Field::take(Text::Kind, fields)?),
            Some("killed") => Self::Killed,
            Some(other) => return Err(fields.wrong("o", other)),
            None => return Err(fields.missing("o")),
        })
    }
}

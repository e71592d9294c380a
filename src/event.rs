//! The events of a run: the one contract between executor, recording, model and screen.
//!
//! An [`Event`] says when and where something happened, its [`EventKind`] what. Names, places and await
//! chains repeat endlessly, so events refer to them by number; a [`Definition`] gives the number its meaning
//! before the first event that uses it.
//!
//! ```text
//!             ┌────────── handle scheduled ◄── (a future is resolved, a timer is due, call_soon)
//!             ▼
//!  handle started … handle ended          a callback
//!  step started   … step ended            a task's step; always paired, never nested within a loop
//!                      │ waiting on a future or a task │ yielded │ returned │ raised │ cancelled
//! ```

use std::borrow::Cow;

use crate::id::{ChainId, FutureId, HandleId, JobId, LocationId, LoopId, ObjectId, TaskId, TextId, ThreadId};
use crate::time::{Delay, Moment};

pub mod callback;
pub mod dictionary;
pub mod fields;
pub mod lifecycle;
mod parts;

pub use dictionary::{Dictionary, Owner, Place};
pub use fields::{Field, FieldError, Fields, Number, Text};
pub use parts::{
    Awaited, BlockCause, Cause, ClockKind, FindingKind, FutureKind, FutureOutcome, LimitKind, RunOutcome,
    StepOutcome, Stream, Subject, SyncKind, SyncOperation, ThreadKind,
};

/// The `tracing` target of all events: what the executor emits under it, a trace layer takes up.
pub const TARGET: &str = "loopscope";

/// The version of the recording format that this program writes, and the newest that it reads.
pub const FORMAT_VERSION: u32 = 1;

/// The most places of a traceback. Only a recursion goes deeper, and of that the two ends tell enough.
pub const MOST_FRAMES: usize = 64;

/// One record of the trace.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its number in the run, from 0.
    pub seq: u64,
    /// When: virtual time, read without moving the clock.
    pub at: Moment,
    /// On which virtual thread.
    pub thread: ThreadId,
    /// On which loop, where one is running.
    pub on_loop: Option<LoopId>,
    /// What happened.
    pub kind: EventKind,
}

/// How a run is set up: the first line of its recording.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct Header {
    /// The version of the format, [`FORMAT_VERSION`].
    pub loopscope: u32,
    /// The program's file name, without its folder.
    pub program: String,
    /// The program's text, as far as it is UTF-8 and text at all; empty for a Rust program.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// What fixes hashing, `random` and the like.
    pub seed: u64,
    /// Which clock the run used.
    pub clock: ClockKind,
    /// How many of the program's lines are recorded at most, as they begin; 0 where none are.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lines: u32,
    /// The program that wrote the recording, and the language that it ran: `loopscope 0.1.0, Python 3.14`.
    pub writer: String,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes it by reference")]
const fn is_zero(lines: &u32) -> bool {
    *lines == 0
}

/// Gives a number its meaning. Definitions are lines of a recording, but not events: they have no time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Definition {
    /// A string: a file, a function, a callback's name.
    Text {
        /// The number.
        id: TextId,
        /// The string.
        text: Box<str>,
    },
    /// A place in a program.
    Location {
        /// The number.
        id: LocationId,
        /// The file: the program's own by its bare name, a library's by its path within the library.
        file: TextId,
        /// The line, from 1.
        line: u32,
        /// The function, where it is known.
        function: Option<TextId>,
        /// Whose file it is.
        owner: Owner,
    },
    /// An await chain, or the traceback of an exception: outermost first.
    Chain {
        /// The number.
        id: ChainId,
        /// The places at which each level is suspended, or which the exception passed.
        links: Box<[LocationId]>,
    },
}

/// Declares the variants with their tags, and where each field goes in the flat form.
macro_rules! event_kinds {
    ($($(#[$doc:meta])* $name:ident = $tag:literal {
        $($(#[$field_doc:meta])* $field:ident: $type:ty => $key:expr,)*
    })*) => {
        /// What happened.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum EventKind {
            $($(#[$doc])* $name { $($(#[$field_doc])* $field: $type,)* },)*
        }

        impl EventKind {
            /// Every tag, in the order of the variants.
            pub const TAGS: &[&str] = &[$($tag),*];

            /// The word that stands for the variant in a recording.
            #[must_use]
            pub const fn tag(&self) -> &'static str {
                match self { $(Self::$name { .. } => $tag,)* }
            }

            /// The flat form.
            #[must_use]
            pub fn to_fields(&self) -> Fields<'_> {
                match self {
                    $(Self::$name { $($field),* } => {
                        #[allow(unused_mut, reason = "a variant without fields changes nothing")]
                        let mut fields = Fields::new($tag);
                        $($field.put($key, &mut fields);)*
                        fields
                    })*
                }
            }

            /// From the flat form.
            ///
            /// # Errors
            /// An unknown tag, a missing field or a value out of range.
            pub fn from_fields(fields: &Fields<'_>) -> Result<Self, FieldError> {
                match &*fields.tag {
                    $($tag => Ok(Self::$name { $($field: Field::take($key, fields)?),* }),)*
                    other => Err(FieldError::UnknownTag(other.to_owned())),
                }
            }
        }
    };
}

event_kinds! {
    /// A virtual thread begins, on itself.
    ThreadStarted = "thread" {
        /// Its name.
        name: Option<TextId> => Number::Name,
        /// What it is for.
        kind: ThreadKind => Text::Kind,
    }
    /// A virtual thread ends; nothing happens on it afterwards.
    ThreadEnded = "thread-" {}
    /// A loop begins to run (`run_forever` is entered).
    LoopStarted = "loop" {}
    /// A loop stops running; it may start again later.
    LoopStopped = "loop-" {}
    /// An iteration of the loop: after due timers were moved, before the first handle runs.
    Iteration = "it" {
        /// Its number in the loop, from 1.
        n: u32 => Number::Count,
        /// Handles on the ready queue: those that this iteration will run.
        ready: u32 => Number::Ready,
        /// How many of them were timers until now.
        moved: u32 => Number::Moved,
        /// How long the loop waited for them.
        waited: Delay => Number::Waited,
    }
    /// A task is made.
    TaskCreated = "task" {
        /// The task.
        task: TaskId => Number::Task,
        /// Its name, where that is not just `Task-N`.
        name: Option<Box<str>> => Text::Value,
        /// The qualified name of its coroutine.
        coroutine: TextId => Number::Name,
        /// The task that made it; none for code outside any task.
        parent: Option<TaskId> => Number::Parent,
        /// The line that made it.
        location: Option<LocationId> => Number::Location,
        /// One of `asyncio.run`'s own tasks: recorded, but neither counted nor shown by default.
        housekeeping: bool => Number::Housekeeping,
    }
    /// A future is seen for the first time.
    FutureCreated = "future" {
        /// The future.
        future: FutureId => Number::Future,
        /// What it is for.
        kind: FutureKind => Text::Kind,
        /// Who made it.
        by: Cause => (),
        /// The program's line that made it.
        location: Option<LocationId> => Number::Location,
    }
    /// A handle is put on the ready queue.
    HandleScheduled = "ready" {
        /// The handle.
        handle: HandleId => Number::Handle,
        /// What it will do.
        what: Subject => (),
        /// Who put it there.
        by: Cause => (),
    }
    /// A handle is put into the timer heap.
    TimerSet = "timer" {
        /// The handle.
        handle: HandleId => Number::Handle,
        /// When it is due.
        deadline: Moment => Number::Deadline,
        /// The delay that was asked for, where one was.
        delay: Option<Delay> => Number::Delay,
        /// What it will do.
        what: Subject => (),
        /// Who set it.
        by: Cause => (),
    }
    /// A due timer goes from the heap to the ready queue.
    TimerMoved = "due" {
        /// The handle.
        handle: HandleId => Number::Handle,
    }
    /// A timer is cancelled before it was due.
    TimerCancelled = "timer-" {
        /// The handle.
        handle: HandleId => Number::Handle,
        /// Who cancelled it.
        by: Cause => (),
    }
    /// A handle that is no task's step begins to run.
    HandleStarted = "run" {
        /// The handle.
        handle: HandleId => Number::Handle,
    }
    /// The same handle ends; always paired.
    HandleEnded = "run-" {
        /// The handle.
        handle: HandleId => Number::Handle,
    }
    /// A task resumes.
    StepStarted = "step" {
        /// The task.
        task: TaskId => Number::Task,
        /// The handle that resumes it; none for an eager task's first step.
        handle: Option<HandleId> => Number::Handle,
        /// Which of its steps it is, from 1.
        n: u32 => Number::Count,
    }
    /// The task suspends or ends; always paired with its start.
    StepEnded = "step-" {
        /// The task.
        task: TaskId => Number::Task,
        /// How.
        outcome: StepOutcome => (),
        /// Where each level of its await chain is suspended. Where it raised, the exception's traceback: the
        /// place of each frame that it passed, outermost first, and last where it was raised, or the text that a
        /// `SyntaxError` is about; of more than [`MOST_FRAMES`] the outermost half and the innermost half of
        /// these. None when it ended otherwise.
        chain: Option<ChainId> => Number::Chain,
    }
    /// A future gets its result, its exception or its cancellation.
    FutureResolved = "resolve" {
        /// The future.
        future: FutureId => Number::Future,
        /// With what.
        outcome: FutureOutcome => (),
        /// By whom.
        by: Cause => (),
    }
    /// Somebody asks a task to end by `cancel()`, whether or not it waits for anything.
    CancelRequested = "cancel" {
        /// The task that is to end.
        task: TaskId => Number::Task,
        /// Who asks.
        by: Cause => (),
        /// The line that asks.
        location: Option<LocationId> => Number::Location,
        /// The message given.
        message: Option<Box<str>> => Text::Value,
    }
    /// A callback is left with a future or a task that is not done: it goes on the ready queue when that is. What
    /// a task leaves with the thing that it awaits, to be woken by it, is told by its [`Self::StepEnded`] alone; and
    /// those of asyncio's that only [wake](callback::Role::Wakes) whoever waits are not told of.
    CallbackAdded = "callback" {
        /// The future or the task.
        on: Awaited => (),
        /// The callback's name, as a handle that runs it has it.
        callback: TextId => Number::Name,
        /// Who left it.
        by: Cause => (),
    }
    /// A callback is taken back before that was done; it will not be called.
    CallbackRemoved = "callback-" {
        /// The future or the task.
        on: Awaited => (),
        /// The callback's name.
        callback: TextId => Number::Name,
        /// Who took it back.
        by: Cause => (),
    }
    /// A function is handed to a thread or process pool.
    JobSubmitted = "job" {
        /// The job.
        job: JobId => Number::Job,
        /// The function's name.
        function: TextId => Number::Name,
        /// The future that will hold its result.
        future: Option<FutureId> => Number::Future,
        /// Who handed it over.
        by: Cause => (),
    }
    /// A pool's thread takes the job up.
    JobStarted = "job+" {
        /// The job.
        job: JobId => Number::Job,
    }
    /// The job is done, with a result or an exception.
    JobEnded = "job-" {
        /// The job.
        job: JobId => Number::Job,
        /// With what.
        outcome: FutureOutcome => (),
    }
    /// The thread of a loop blocks, and with it every task of the loop.
    Blocked = "blocked" {
        /// For how long; the event stands at the start of that time.
        duration: Delay => Number::Delay,
        /// By what.
        cause: BlockCause => Text::Kind,
        /// The line that blocks.
        location: Option<LocationId> => Number::Location,
    }
    /// Something happens to a synchronisation object.
    Sync = "sync" {
        /// The object.
        object: ObjectId => Number::Object,
        /// What it is.
        kind: SyncKind => Text::Kind,
        /// What is done to it.
        operation: SyncOperation => Text::Outcome,
        /// The task that does it.
        task: Option<TaskId> => Number::Task,
    }
    /// The program writes to its standard output or error.
    Output = "out" {
        /// Where to.
        stream: Stream => Text::Kind,
        /// What; bytes that are not UTF-8 stand as `\x` and two hexadecimal digits.
        text: Box<str> => Text::Value,
        /// The task that writes; none for code outside any task.
        task: Option<TaskId> => Number::Task,
        /// The line that writes.
        location: Option<LocationId> => Number::Location,
    }
    /// A line of the program begins.
    Line = "line" {
        /// The line.
        location: LocationId => Number::Location,
        /// The task that runs it.
        task: Option<TaskId> => Number::Task,
    }
    /// Something worth a remark, diagnosed while running.
    Finding = "finding" {
        /// What kind of thing.
        kind: FindingKind => Text::Kind,
        /// The remark, in plain words.
        text: Box<str> => Text::Value,
        /// The task it is about.
        task: Option<TaskId> => Number::Task,
        /// The line it is about.
        location: Option<LocationId> => Number::Location,
    }
    /// The scheduling policy chose among several ready handles.
    Decision = "choose" {
        /// How many there were to choose from.
        ready: u32 => Number::Ready,
        /// Which was taken, from 0, the one that waited longest.
        choice: u32 => Number::Choice,
    }
    /// The run is over; the last line.
    RunEnded = "end" {
        /// How.
        outcome: RunOutcome => (),
        /// Virtual time of the whole run.
        elapsed: Delay => Number::Waited,
        /// The traceback of the exception that reached the top, as of a step that raised.
        chain: Option<ChainId> => Number::Chain,
    }
}

impl Definition {
    /// The flat form.
    #[must_use]
    pub fn to_fields(&self) -> Fields<'_> {
        match self {
            Self::Text { id, text } => {
                let mut fields = Fields::new("def-text");
                id.put(Number::Id, &mut fields);
                fields.set_text(Text::Value, &**text);
                fields
            }
            Self::Location { id, file, line, function, owner } => {
                let mut fields = Fields::new("def-line");
                id.put(Number::Id, &mut fields);
                file.put(Number::File, &mut fields);
                line.put(Number::Count, &mut fields);
                function.put(Number::Name, &mut fields);
                owner.put(Number::Library, &mut fields);
                fields
            }
            Self::Chain { id, links } => {
                let mut fields = Fields::new("def-chain");
                id.put(Number::Id, &mut fields);
                let links: Vec<String> = links.iter().map(|link| link.0.to_string()).collect();
                fields.set_text(Text::Value, Cow::from(links.join(",")));
                fields
            }
        }
    }

    /// From the flat form; `None` where the tag is no definition's.
    ///
    /// # Errors
    /// A missing field or a value out of range.
    pub fn from_fields(fields: &Fields<'_>) -> Result<Option<Self>, FieldError> {
        Ok(Some(match &*fields.tag {
            "def-text" => {
                Self::Text { id: Field::take(Number::Id, fields)?, text: Field::take(Text::Value, fields)? }
            }
            "def-line" => Self::Location {
                id: Field::take(Number::Id, fields)?,
                file: Field::take(Number::File, fields)?,
                line: Field::take(Number::Count, fields)?,
                function: Field::take(Number::Name, fields)?,
                owner: Field::take(Number::Library, fields)?,
            },
            "def-chain" => {
                let text = fields.text(Text::Value).ok_or_else(|| fields.missing("v"))?;
                let links = text.split(',').map(|link| link.parse().map(LocationId));
                Self::Chain {
                    id: Field::take(Number::Id, fields)?,
                    links: links.collect::<Result<_, _>>().map_err(|_| fields.wrong("v", text))?,
                }
            }
            _ => return Ok(None),
        }))
    }
}

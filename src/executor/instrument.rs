//! Instrumentation: the one place where the executor speaks to `tracing`.
//!
//! One function per event of the contract (see [`EventKind`](crate::event::EventKind)), one callsite in each.
//! The callsite's name is the event's tag, its fields are scalars. Without a subscriber a call costs a load
//! and a branch. Instrumentation looks at the clock and never moves it.

use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;
use tracing::Level;

use super::scheduler::Scheduler;
use crate::event::{
    Awaited, BlockCause, Cause, FindingKind, FutureKind, FutureOutcome, Owner, RunOutcome, StepOutcome,
    Stream, Subject, SyncKind, SyncOperation, TARGET, ThreadKind,
};
use crate::id::{ChainId, FutureId, HandleId, JobId, LocationId, ObjectId, TaskId, TextId, ThreadId};
use crate::time::{Delay, Moment};

/// Whether anybody listens. Ask before doing work that only instrumentation needs.
#[must_use]
pub fn enabled() -> bool {
    tracing::enabled!(target: TARGET, Level::TRACE)
}

macro_rules! record {
    ($scheduler:expr, $tag:literal $(, $($field:tt)+)?) => {
        tracing::event!(
            name: $tag,
            target: TARGET,
            Level::TRACE,
            at = $scheduler.clock().look().0,
            on_thread = u64::from($scheduler.thread().0),
            on_loop = $scheduler.on_loop().map(|id| u64::from(id.0)),
            $($($field)+)?
        )
    };
}

macro_rules! define {
    ($tag:literal, $($field:tt)+) => {
        tracing::event!(name: $tag, target: TARGET, Level::TRACE, $($field)+)
    };
}

/// The strings, places and chains of a run, each with its number. Giving one out for the first time records
/// its definition.
#[derive(Debug, Default)]
pub struct Names {
    texts: Mutex<FxHashMap<Box<str>, TextId>>,
    locations: Mutex<FxHashMap<Place, LocationId>>,
    chains: Mutex<FxHashMap<Box<[LocationId]>, ChainId>>,
}

/// File, line, function.
type Place = (TextId, u32, Option<TextId>);

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn next_id<K: Eq + Hash, V>(table: &FxHashMap<K, V>) -> u32 {
    table.len() as u32 + 1
}

impl Names {
    /// The number of a string.
    pub fn text(&self, text: &str) -> TextId {
        let mut texts = lock(&self.texts);
        if let Some(&id) = texts.get(text) {
            return id;
        }
        let id = TextId(next_id(&texts));
        texts.insert(text.into(), id);
        define!("def-text", id = u64::from(id.0), value = text);
        id
    }

    /// The number of a place.
    pub fn location(&self, file: &str, line: u32, function: Option<&str>, owner: Owner) -> LocationId {
        let file = self.text(file);
        let function = function.map(|name| self.text(name));
        let mut locations = lock(&self.locations);
        let next = LocationId(next_id(&locations));
        *locations.entry((file, line, function)).or_insert_with(|| {
            define!(
                "def-line",
                id = u64::from(next.0),
                file = u64::from(file.0),
                n = u64::from(line),
                name = function.map(|id| u64::from(id.0)),
                library = (owner == Owner::Library).then_some(1_u64),
            );
            next
        })
    }

    /// The number of an await chain or a traceback, outermost first.
    pub fn chain(&self, links: &[LocationId]) -> ChainId {
        let mut chains = lock(&self.chains);
        if let Some(&id) = chains.get(links) {
            return id;
        }
        let id = ChainId(next_id(&chains));
        let text = links.iter().map(|link| link.0.to_string()).collect::<Vec<_>>().join(",");
        chains.insert(links.into(), id);
        define!("def-chain", id = u64::from(id.0), value = text.as_str());
        id
    }
}

/// The two fields of a cause.
fn by(cause: Cause) -> (Option<u64>, Option<u64>) {
    match cause {
        Cause::Task(task) => (Some(u64::from(task.0)), None),
        Cause::Handle(handle) => (None, Some(u64::from(handle.0))),
        Cause::Thread => (None, None),
    }
}

/// The two fields of what a handle will do.
fn subject(what: Subject) -> (Option<u64>, Option<u64>) {
    match what {
        Subject::Step(task) => (Some(u64::from(task.0)), None),
        Subject::Callback(name) => (None, Some(u64::from(name.0))),
    }
}

/// A result other than `None`, which is left out.
fn shown(value: &str) -> Option<&str> {
    (value != "None").then_some(value)
}

fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The main thread begins: the first event of a run.
pub fn run_started(scheduler: &Scheduler) {
    thread_started(scheduler, scheduler.thread(), "main", ThreadKind::Main);
}

/// See [`EventKind::ThreadStarted`](crate::event::EventKind::ThreadStarted).
pub fn thread_started(scheduler: &Scheduler, thread: ThreadId, name: &str, kind: ThreadKind) {
    let name = enabled().then(|| u64::from(scheduler.names().text(name).0));
    tracing::event!(
        name: "thread",
        target: TARGET,
        Level::TRACE,
        at = scheduler.clock().look().0,
        on_thread = u64::from(thread.0),
        name,
        kind = kind.word(),
    );
}

/// See [`EventKind::ThreadEnded`](crate::event::EventKind::ThreadEnded).
pub fn thread_ended(scheduler: &Scheduler) {
    record!(scheduler, "thread-");
}

/// See [`EventKind::LoopStarted`](crate::event::EventKind::LoopStarted).
pub fn loop_started(scheduler: &Scheduler) {
    record!(scheduler, "loop");
}

/// See [`EventKind::LoopStopped`](crate::event::EventKind::LoopStopped).
pub fn loop_stopped(scheduler: &Scheduler) {
    record!(scheduler, "loop-");
}

/// See [`EventKind::Iteration`](crate::event::EventKind::Iteration).
pub fn iteration(scheduler: &Scheduler, n: u32, ready: usize, moved: usize, waited: Delay) {
    record!(scheduler, "it", n = u64::from(n), ready = ready as u64, moved = moved as u64, waited = waited.0);
}

/// See [`EventKind::TaskCreated`](crate::event::EventKind::TaskCreated). A name that is just the task's
/// number is left out.
pub fn task_created(
    scheduler: &Scheduler,
    task: TaskId,
    name: Option<&str>,
    coroutine: TextId,
    location: Option<LocationId>,
    housekeeping: bool,
) {
    record!(
        scheduler,
        "task",
        task = u64::from(task.0),
        value = name,
        name = u64::from(coroutine.0),
        parent = scheduler.task().map(|parent| u64::from(parent.0)),
        location = location.map(|id| u64::from(id.0)),
        housekeeping = housekeeping.then_some(1_u64),
    );
}

/// See [`EventKind::FutureCreated`](crate::event::EventKind::FutureCreated).
pub fn future_created(
    scheduler: &Scheduler,
    future: FutureId,
    kind: FutureKind,
    location: Option<LocationId>,
) {
    let (by_task, by_handle) = by(scheduler.cause());
    record!(
        scheduler,
        "future",
        future = u64::from(future.0),
        kind = kind.word(),
        by_task,
        by_handle,
        location = location.map(|id| u64::from(id.0)),
    );
}

/// See [`EventKind::HandleScheduled`](crate::event::EventKind::HandleScheduled).
pub fn handle_scheduled(scheduler: &Scheduler, handle: HandleId, what: Subject) {
    let (task, name) = subject(what);
    let (by_task, by_handle) = by(scheduler.cause());
    record!(scheduler, "ready", handle = u64::from(handle.0), task, name, by_task, by_handle);
}

/// See [`EventKind::TimerSet`](crate::event::EventKind::TimerSet).
pub fn timer_set(
    scheduler: &Scheduler,
    handle: HandleId,
    what: Subject,
    deadline: Moment,
    delay: Option<Delay>,
) {
    let (task, name) = subject(what);
    let (by_task, by_handle) = by(scheduler.cause());
    record!(
        scheduler,
        "timer",
        handle = u64::from(handle.0),
        task,
        name,
        deadline = deadline.0,
        delay = delay.map(|delay| delay.0),
        by_task,
        by_handle,
    );
}

/// See [`EventKind::TimerMoved`](crate::event::EventKind::TimerMoved).
pub fn timer_moved(scheduler: &Scheduler, handle: HandleId) {
    record!(scheduler, "due", handle = u64::from(handle.0));
}

/// See [`EventKind::TimerCancelled`](crate::event::EventKind::TimerCancelled).
pub fn timer_cancelled(scheduler: &Scheduler, handle: HandleId) {
    let (by_task, by_handle) = by(scheduler.cause());
    record!(scheduler, "timer-", handle = u64::from(handle.0), by_task, by_handle);
}

/// See [`EventKind::HandleStarted`](crate::event::EventKind::HandleStarted).
pub fn handle_started(scheduler: &Scheduler, handle: HandleId) {
    record!(scheduler, "run", handle = u64::from(handle.0));
}

/// See [`EventKind::HandleEnded`](crate::event::EventKind::HandleEnded).
pub fn handle_ended(scheduler: &Scheduler, handle: HandleId) {
    record!(scheduler, "run-", handle = u64::from(handle.0));
}

/// See [`EventKind::StepStarted`](crate::event::EventKind::StepStarted).
pub fn step_started(scheduler: &Scheduler, task: TaskId, handle: Option<HandleId>, n: u32) {
    record!(
        scheduler,
        "step",
        task = u64::from(task.0),
        handle = handle.map(|id| u64::from(id.0)),
        n = u64::from(n),
    );
}

/// See [`EventKind::StepEnded`](crate::event::EventKind::StepEnded).
pub fn step_ended(scheduler: &Scheduler, task: TaskId, outcome: &StepOutcome, chain: Option<ChainId>) {
    let task = u64::from(task.0);
    let chain = chain.map(|id| u64::from(id.0));
    match outcome {
        StepOutcome::Waiting(Awaited::Future(future)) => {
            record!(scheduler, "step-", task, future = u64::from(future.0), chain);
        }
        StepOutcome::Waiting(Awaited::Task(on)) => {
            record!(scheduler, "step-", task, parent = u64::from(on.0), chain);
        }
        StepOutcome::Yielded => record!(scheduler, "step-", task, chain, outcome = "yield"),
        StepOutcome::Returned(value) => {
            record!(scheduler, "step-", task, outcome = "return", value = shown(value));
        }
        StepOutcome::Raised { exception, text } => {
            record!(
                scheduler,
                "step-",
                task,
                chain,
                outcome = "raise",
                type = &**exception,
                value = filled(text),
            );
        }
        StepOutcome::Cancelled => record!(scheduler, "step-", task, outcome = "cancel"),
    }
}

/// See [`EventKind::FutureResolved`](crate::event::EventKind::FutureResolved).
pub fn future_resolved(scheduler: &Scheduler, future: FutureId, outcome: &FutureOutcome) {
    let (by_task, by_handle) = by(scheduler.cause());
    let future = u64::from(future.0);
    match outcome {
        FutureOutcome::Result(value) => {
            record!(scheduler, "resolve", future, by_task, by_handle, value = shown(value));
        }
        FutureOutcome::Raised { exception, text } => record!(
            scheduler,
            "resolve",
            future,
            by_task,
            by_handle,
            outcome = "raise",
            type = &**exception,
            value = filled(text),
        ),
        FutureOutcome::Cancelled => {
            record!(scheduler, "resolve", future, by_task, by_handle, outcome = "cancel");
        }
    }
}

/// See [`EventKind::CancelRequested`](crate::event::EventKind::CancelRequested).
pub fn cancel_requested(
    scheduler: &Scheduler,
    task: TaskId,
    location: Option<LocationId>,
    message: Option<&str>,
) {
    let (by_task, by_handle) = by(scheduler.cause());
    let location = location.map(|id| u64::from(id.0));
    record!(scheduler, "cancel", task = u64::from(task.0), by_task, by_handle, location, value = message);
}

/// The two fields of what a callback is left with.
fn left_with(on: Awaited) -> (Option<u64>, Option<u64>) {
    match on {
        Awaited::Task(task) => (Some(u64::from(task.0)), None),
        Awaited::Future(future) => (None, Some(u64::from(future.0))),
    }
}

/// See [`EventKind::CallbackAdded`](crate::event::EventKind::CallbackAdded).
pub fn callback_added(scheduler: &Scheduler, on: Awaited, callback: TextId) {
    let (task, future) = left_with(on);
    let (by_task, by_handle) = by(scheduler.cause());
    record!(scheduler, "callback", task, future, by_task, by_handle, name = u64::from(callback.0));
}

/// See [`EventKind::CallbackRemoved`](crate::event::EventKind::CallbackRemoved).
pub fn callback_removed(scheduler: &Scheduler, on: Awaited, callback: TextId) {
    let (task, future) = left_with(on);
    let (by_task, by_handle) = by(scheduler.cause());
    record!(scheduler, "callback-", task, future, by_task, by_handle, name = u64::from(callback.0));
}

/// See [`EventKind::JobSubmitted`](crate::event::EventKind::JobSubmitted).
pub fn job_submitted(scheduler: &Scheduler, job: JobId, function: TextId) {
    let (by_task, by_handle) = by(scheduler.cause());
    record!(scheduler, "job", job = u64::from(job.0), name = u64::from(function.0), by_task, by_handle);
}

/// See [`EventKind::JobStarted`](crate::event::EventKind::JobStarted).
pub fn job_started(scheduler: &Scheduler, job: JobId) {
    record!(scheduler, "job+", job = u64::from(job.0));
}

/// See [`EventKind::JobEnded`](crate::event::EventKind::JobEnded).
pub fn job_ended(scheduler: &Scheduler, job: JobId, outcome: &FutureOutcome) {
    let job = u64::from(job.0);
    match outcome {
        FutureOutcome::Result(value) => record!(scheduler, "job-", job, value = shown(value)),
        FutureOutcome::Raised { exception, text } => record!(
            scheduler,
            "job-",
            job,
            outcome = "raise",
            type = &**exception,
            value = filled(text),
        ),
        FutureOutcome::Cancelled => record!(scheduler, "job-", job, outcome = "cancel"),
    }
}

/// See [`EventKind::Blocked`](crate::event::EventKind::Blocked).
pub fn blocked(scheduler: &Scheduler, duration: Delay, cause: BlockCause, location: Option<LocationId>) {
    let location = location.map(|id| u64::from(id.0));
    record!(scheduler, "blocked", delay = duration.0, kind = cause.word(), location);
}

/// See [`EventKind::Sync`](crate::event::EventKind::Sync).
pub fn sync(scheduler: &Scheduler, object: ObjectId, kind: SyncKind, operation: SyncOperation) {
    record!(
        scheduler,
        "sync",
        object = u64::from(object.0),
        task = scheduler.task().map(|id| u64::from(id.0)),
        kind = kind.word(),
        outcome = operation.word(),
    );
}

/// See [`EventKind::Output`](crate::event::EventKind::Output).
pub fn output(scheduler: &Scheduler, stream: Stream, text: &str, location: Option<LocationId>) {
    record!(
        scheduler,
        "out",
        kind = stream.word(),
        value = text,
        task = scheduler.task().map(|id| u64::from(id.0)),
        location = location.map(|id| u64::from(id.0)),
    );
}

/// See [`EventKind::Line`](crate::event::EventKind::Line).
pub fn line(scheduler: &Scheduler, location: LocationId) {
    record!(
        scheduler,
        "line",
        location = u64::from(location.0),
        task = scheduler.task().map(|id| u64::from(id.0)),
    );
}

/// See [`EventKind::Finding`](crate::event::EventKind::Finding).
pub fn finding(
    scheduler: &Scheduler,
    kind: FindingKind,
    text: &str,
    task: Option<TaskId>,
    location: Option<LocationId>,
) {
    record!(
        scheduler,
        "finding",
        kind = kind.word(),
        value = text,
        task = task.map(|id| u64::from(id.0)),
        location = location.map(|id| u64::from(id.0)),
    );
}

/// See [`EventKind::Decision`](crate::event::EventKind::Decision).
pub fn decision(scheduler: &Scheduler, ready: usize, choice: usize) {
    record!(scheduler, "choose", ready = ready as u64, choice = choice as u64);
}

/// See [`EventKind::RunEnded`](crate::event::EventKind::RunEnded).
pub fn run_ended(scheduler: &Scheduler, outcome: &RunOutcome, chain: Option<ChainId>) {
    let waited = scheduler.clock().look().0;
    let chain = chain.map(|id| u64::from(id.0));
    match outcome {
        RunOutcome::Finished => record!(scheduler, "end", waited, outcome = "finished"),
        RunOutcome::Exited(code) => {
            record!(scheduler, "end", waited, outcome = "exit", code = u64::from(*code));
        }
        RunOutcome::Raised { exception, text } => {
            record!(
                scheduler,
                "end",
                waited,
                chain,
                outcome = "raise",
                type = &**exception,
                value = filled(text),
            );
        }
        RunOutcome::Deadlock => record!(scheduler, "end", waited, outcome = "deadlock"),
        RunOutcome::Limit(kind) => {
            record!(scheduler, "end", waited, outcome = "limit", kind = kind.word());
        }
        RunOutcome::Killed => record!(scheduler, "end", waited, outcome = "killed"),
    }
}

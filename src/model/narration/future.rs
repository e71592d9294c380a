//! What is said of futures, callbacks that are left with them, jobs of a pool and synchronisation objects.

use crate::event::{Awaited, Cause, EventKind, FutureOutcome, SyncKind, SyncOperation};
use crate::id::{FutureId, JobId, TaskId, TextId};

use super::Sentence;
use super::teller::{Teller, future_kind, object, shorten};

pub(super) fn tell(teller: &Teller<'_>, kind: &EventKind) -> Sentence {
    match kind {
        EventKind::FutureCreated { kind, by, location, .. } => Sentence::new(
            format!("{} makes {}{}.", teller.who(*by), future_kind(*kind), teller.at(*location)),
            "A future is a slot for a result that is not there yet; a task can wait for it.",
        ),
        EventKind::FutureResolved { future, outcome, by } => resolved(teller, *future, outcome, *by),
        EventKind::CallbackAdded { on, callback, by } => callback_added(teller, *on, *callback, *by),
        EventKind::CallbackRemoved { on, callback, by } => callback_removed(teller, *on, *callback, *by),
        EventKind::JobSubmitted { job, by, .. } => Sentence::new(
            format!("{} hands {} to a pool.", teller.who(*by), teller.job(*job)),
            "A thread of the pool will run it, in parallel with the loop.",
        ),
        EventKind::JobStarted { job } => Sentence::new(
            format!("A thread of the pool takes up {}.", teller.job(*job)),
            "However long that blocks this thread, the loop goes on.",
        ),
        EventKind::JobEnded { job, outcome } => job_ended(teller, *job, outcome),
        EventKind::Sync { kind, operation, task, .. } => sync(teller, *kind, *operation, *task),
        _ => Sentence::default(),
    }
}

/// `with 'result'`, `with a ValueError`, `by cancelling it`.
fn with(outcome: &FutureOutcome) -> String {
    match outcome {
        FutureOutcome::Result(text) if &**text == "None" => "with a result".to_owned(),
        FutureOutcome::Result(text) => format!("with the result {}", shorten(text)),
        FutureOutcome::Raised { exception, .. } => format!("with an exception, {}", shorten(exception)),
        FutureOutcome::Cancelled => "by cancelling it".to_owned(),
    }
}

fn resolved(teller: &Teller<'_>, id: FutureId, outcome: &FutureOutcome, by: Cause) -> Sentence {
    let happened = format!("{} resolves {} {}.", teller.who(by), teller.future(id), with(outcome));
    let Some(slot) = teller.model.future(id) else { return Sentence::new(happened, "") };
    let next = match (slot.waiters.len(), slot.waiters.first()) {
        (1, Some(task)) => format!(
            "That wakes {name}, but does not resume it: {name} goes to the ready queue, for the next iteration.",
            name = teller.task(task)
        ),
        (0, _) => "No task waits for it directly.".to_owned(),
        (n, _) => format!("That wakes the {n} tasks that wait for it: they go to the ready queue."),
    };
    Sentence::new(happened, next)
}

/// What a callback is left with, and when that is done.
fn left_with(teller: &Teller<'_>, on: Awaited) -> (String, &'static str) {
    match on {
        Awaited::Task(task) => (teller.task(task), "ends"),
        Awaited::Future(future) => (teller.future(future), "is resolved"),
    }
}

fn callback_added(teller: &Teller<'_>, on: Awaited, name: TextId, by: Cause) -> Sentence {
    let ((with, is_done), callback) = (left_with(teller, on), teller.callback(name));
    let it = if matches!(on, Awaited::Task(_)) { &*with } else { "that future" };
    Sentence::new(
        format!("{} leaves {callback} with {with}.", teller.who(by)),
        format!("It is not called now: when {it} {is_done}, it goes to the ready queue."),
    )
}

fn callback_removed(teller: &Teller<'_>, on: Awaited, name: TextId, by: Cause) -> Sentence {
    let ((with, is_done), callback) = (left_with(teller, on), teller.callback(name));
    let it = if matches!(on, Awaited::Task(_)) { &*with } else { "that future" };
    Sentence::new(
        format!("{} takes {callback} back from {with}.", teller.who(by)),
        format!("So it is not called when {it} {is_done}."),
    )
}

fn job_ended(teller: &Teller<'_>, id: JobId, outcome: &FutureOutcome) -> Sentence {
    let how = match outcome {
        FutureOutcome::Result(text) => format!("it returned {}", shorten(text)),
        FutureOutcome::Raised { exception, .. } => format!("it raised {}", shorten(exception)),
        FutureOutcome::Cancelled => "it was cancelled".to_owned(),
    };
    let next = match teller.model.job(id).and_then(|job| job.future) {
        Some(_) => "The loop is told of it, and resolves the job's future on its own thread.",
        None => "",
    };
    Sentence::new(format!("The pool has done {}: {how}.", teller.job(id)), next)
}

fn sync(teller: &Teller<'_>, kind: SyncKind, operation: SyncOperation, task: Option<TaskId>) -> Sentence {
    let who = teller.who(task.map_or(Cause::Thread, Cause::Task));
    let it = object(kind);
    let (happened, next) = match operation {
        SyncOperation::Wait => (format!("{who} begins to wait for {it}."), ""),
        SyncOperation::Acquire => (
            format!("{who} acquires {it}."),
            "It keeps it, also while it is suspended, until it releases it.",
        ),
        SyncOperation::Release => {
            (format!("{who} releases {it}."), "If somebody waits for it, one can go on.")
        }
        SyncOperation::Set => (format!("{who} sets {it}."), "Everybody who waits for it can go on."),
        SyncOperation::Clear => {
            (format!("{who} clears {it}."), "Whoever waits for it from now on has to wait.")
        }
        SyncOperation::Notify => {
            (format!("{who} notifies {it}."), "Those it wakes go on once they have its lock again.")
        }
        SyncOperation::Put => (format!("{who} puts something into {it}."), ""),
        SyncOperation::Get => (format!("{who} takes something from {it}."), ""),
        SyncOperation::TaskDone => (format!("{who} marks an item of {it} as dealt with."), ""),
        SyncOperation::Shutdown => (format!("{who} shuts {it} down."), "Nothing more can be put into it."),
    };
    Sentence::new(happened, next)
}

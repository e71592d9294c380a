//! How tasks, handles and states are called on the screen.

use crate::event::{Awaited, Cause, FutureKind, Subject, callback};
use crate::id::TaskId;
use crate::model::{End, Handle, History, Model, Pending, Task, TaskState};
use crate::time::{Delay, Moment};
use crate::tui::text::Charset;
use crate::tui::theme::Look;

/// A task's state as it is drawn.
pub fn look(model: &Model, task: &Task, now: Moment) -> Look {
    match &task.state {
        TaskState::Pending(Pending::New | Pending::Queued) => Look::Queued,
        TaskState::Pending(Pending::Waiting) => Look::Waiting,
        TaskState::Running if is_blocked(model, now) => Look::Blocked,
        TaskState::Running => Look::Running,
        TaskState::Done(End::Returned(_)) => Look::Returned,
        TaskState::Done(End::Raised(_)) => Look::Raised,
        TaskState::Done(End::Cancelled) => Look::Cancelled,
    }
}

/// Whether the thread of a loop is blocked.
pub fn is_blocked(model: &Model, now: Moment) -> bool {
    let is_blocked = |thread| model.thread(thread).is_some_and(|thread| thread.blocked_until > now);
    model.loops().iter().any(|each| is_blocked(each.thread))
}

/// `Task-2`, or the name it was given.
pub fn task_name(model: &Model, task: TaskId, charset: Charset) -> String {
    let name = model.task(task).map_or_else(|| task.to_string(), Task::name);
    charset.visible(&name).into_owned()
}

/// `Task-2 work`: name and coroutine.
pub fn task_label(history: &History, model: &Model, task: TaskId, charset: Charset) -> String {
    let name = task_name(model, task, charset);
    let coroutine = model.task(task).map_or("", |task| history.coroutine(task));
    let coroutine = coroutine.rsplit('.').next().unwrap_or_default();
    if coroutine.is_empty() { name } else { format!("{name} {}", charset.visible(coroutine)) }
}

/// asyncio's own callback of a sleep: it resolves the future that the sleeper waits for.
const SLEEP_CALLBACK: &str = "_set_result_unless_cancelled";

/// A callback: `gather's callback`, or `done` for `Worker._done`.
pub fn callback_name(name: &str, charset: Charset) -> String {
    match callback::left_by(name) {
        Some(whose) => format!("{whose}'s callback"),
        None => {
            let short = name.rsplit(['.', ':']).next().unwrap_or(name).trim_start_matches('_');
            charset.visible(short).into_owned()
        }
    }
}

/// What a handle is about: the task whose step it is or whose sleep it ends, or else the callback.
pub enum Purpose {
    /// It is the task's step.
    Step(TaskId),
    /// It ends the task's sleep.
    Wake(TaskId),
    /// It cancels the task, whose time has run out.
    Timeout(TaskId),
    /// It calls a function of this name.
    Call(String),
}

impl Purpose {
    /// What this handle is about.
    pub fn of(history: &History, handle: &Handle, charset: Charset) -> Self {
        match (handle.what, handle.by) {
            (Subject::Step(task), _) => Self::Step(task),
            (Subject::Callback(name), Cause::Task(task)) if history.text(name).ends_with(SLEEP_CALLBACK) => {
                Self::Wake(task)
            }
            (Subject::Callback(name), Cause::Task(task)) if history.text(name) == callback::TIMEOUT => {
                Self::Timeout(task)
            }
            (Subject::Callback(name), _) => Self::Call(callback_name(history.text(name), charset)),
        }
    }

    /// In full, or where there is no room, in a word.
    pub fn label(&self, history: &History, model: &Model, charset: Charset, naming: Naming) -> String {
        let long = |task| task_label(history, model, task, charset);
        match (self, naming) {
            (Self::Step(task), Naming::Long) => format!("step of {}", long(*task)),
            (Self::Wake(task), Naming::Long) => format!("wakes {}", long(*task)),
            (Self::Step(task) | Self::Wake(task), Naming::Short) => task_name(model, *task, charset),
            (Self::Timeout(task), Naming::Long) => format!("timeout of {}", long(*task)),
            (Self::Timeout(task), Naming::Short) => format!("timeout {}", task_name(model, *task, charset)),
            (Self::Call(name), _) => name.clone(),
        }
    }
}

/// How much room a name may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Naming {
    /// As much as it wants.
    Long,
    /// As little as possible.
    Short,
}

/// What a task does, in a few words.
pub fn state(history: &History, model: &Model, task: &Task, now: Moment, charset: Charset) -> String {
    match &task.state {
        TaskState::Pending(Pending::Waiting) => waits_for(history, model, task, charset),
        TaskState::Done(End::Returned(value)) if &**value != "None" => {
            format!("returned {}", charset.visible(value))
        }
        TaskState::Done(End::Raised(exception)) => format!("raised {}", charset.visible(&exception.kind)),
        _ => look(model, task, now).word().to_owned(),
    }
}

fn waits_for(history: &History, model: &Model, task: &Task, charset: Charset) -> String {
    match task.awaits {
        Some(Awaited::Task(other)) => format!("waiting for {}", task_name(model, other, charset)),
        Some(Awaited::Future(future)) => match model.future(future).map(|slot| slot.kind) {
            Some(FutureKind::Sleep) => history
                .sleep_timer(model, task)
                .map_or_else(|| "sleeps".to_owned(), |(_, deadline)| format!("sleeps until {deadline}")),
            kind => format!("waiting for {}", future_kind(kind.unwrap_or(FutureKind::Plain))),
        },
        None => Look::Waiting.word().to_owned(),
    }
}

/// What a future stands for, with its article.
pub const fn future_kind(kind: FutureKind) -> &'static str {
    match kind {
        FutureKind::Plain => "a future",
        FutureKind::Sleep => "a sleep",
        FutureKind::Gather => "a gather",
        FutureKind::Wait => "several",
        FutureKind::Shield => "a shield",
        FutureKind::Pool => "the pool",
        FutureKind::Lock => "a lock",
        FutureKind::Event => "an event",
        FutureKind::Condition => "a condition",
        FutureKind::Semaphore => "a semaphore",
        FutureKind::Barrier => "a barrier",
        FutureKind::Queue => "a queue",
        FutureKind::TaskGroup => "a task group",
    }
}

/// Nanoseconds of virtual time.
const MILLISECOND: u64 = 1_000_000;

/// `in 1.000`, or `due`.
pub fn remaining(deadline: Moment, now: Moment) -> String {
    // Both instants are shown rounded to milliseconds; what is said to lie between them does so as they are shown.
    let shown = |moment: Moment| Moment((moment.0 + MILLISECOND / 2) / MILLISECOND * MILLISECOND);
    match deadline.since(now) {
        Delay::ZERO => "due".to_owned(),
        _ => format!("in {}", shown(deadline).since(shown(now))),
    }
}

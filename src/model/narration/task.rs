//! What is said of tasks: made, resumed, suspended, ended, asked to end.

use crate::event::callback::{self, Role};
use crate::event::{Awaited, Cause, EventKind, FutureKind, StepOutcome, Subject};
use crate::id::{LocationId, TaskId, TextId};
use crate::model::{End, Pending, Task, TaskState};

use super::Sentence;
use super::teller::{Teller, seconds, shorten};
use crate::time::Delay;

pub(super) fn tell(teller: &Teller<'_>, kind: &EventKind) -> Sentence {
    match kind {
        EventKind::TaskCreated { task, parent, location, housekeeping, .. } => {
            created(teller, *task, *parent, *location, *housekeeping)
        }
        EventKind::StepStarted { task, handle, n } => started(teller, *task, *n, handle.is_none()),
        EventKind::StepEnded { task, outcome, .. } => ended(teller, *task, outcome),
        EventKind::CancelRequested { task, by, location, .. } => cancel(teller, *task, *by, *location),
        _ => Sentence::default(),
    }
}

fn created(
    teller: &Teller<'_>,
    id: TaskId,
    parent: Option<TaskId>,
    location: Option<LocationId>,
    housekeeping: bool,
) -> Sentence {
    let Some(task) = teller.model.task(id) else { return Sentence::default() };
    let (name, coroutine) = (teller.task(id), teller.coroutine(task));
    if housekeeping {
        return Sentence::new(
            format!("asyncio makes {name} from {coroutine}, to tidy up after the program."),
            "It is not one of the program's own tasks.",
        );
    }
    let who = teller.who(parent.map_or(Cause::Thread, Cause::Task));
    Sentence::new(
        format!("{who} makes {name} from {coroutine}{}.", teller.at(location)),
        format!("Nothing of {coroutine} has run yet: a task runs in steps, and its first is still to come."),
    )
}

fn started(teller: &Teller<'_>, id: TaskId, n: u32, eager: bool) -> Sentence {
    let Some(task) = teller.model.task(id) else { return Sentence::default() };
    let name = teller.task(id);
    let alone = "Until it suspends or ends, the loop can do nothing else.";
    if n == 1 {
        let coroutine = teller.coroutine(task);
        if task.cancel_requests > 0 {
            return Sentence::new(
                format!(
                    "{name} gets its first step, but was asked to end before: {coroutine} does not begin."
                ),
                "CancelledError is raised before its first line.",
            );
        }
        let how = if eager {
            format!("{name} starts eagerly: {coroutine} begins at once, inside the step that made the task.")
        } else {
            format!("{name} gets its first step: {coroutine} begins to run.")
        };
        return Sentence::new(how, alone);
    }
    let reason = teller.reason(task);
    let because = match (reason.is_empty(), task.awaits) {
        (false, _) => format!(": {reason}"),
        (true, None) => ": it had only given way to others".to_owned(),
        (true, Some(_)) => String::new(),
    };
    let place = teller.suspended(task);
    let after = if place.is_empty() { String::new() } else { format!(", from its await{place}") };
    Sentence::new(format!("{name} resumes with step {n}{after}{because}."), alone)
}

fn ended(teller: &Teller<'_>, id: TaskId, outcome: &StepOutcome) -> Sentence {
    let Some(task) = teller.model.task(id) else { return Sentence::default() };
    let name = teller.task(id);
    let happened = match outcome {
        StepOutcome::Waiting(awaited) => return waits(teller, task, *awaited),
        StepOutcome::Yielded => {
            return Sentence::new(
                format!("{name} gives way{}: it suspends, but waits for nothing.", teller.suspended(task)),
                format!("It is pending on the ready queue. {}", teller.then()),
            );
        }
        StepOutcome::Returned(text) => {
            format!("{name} is done: {} returned {}.", teller.coroutine(task), shorten(text))
        }
        StepOutcome::Raised { exception, text } => {
            let colon = if text.is_empty() { "" } else { ": " };
            let error = format!("{}{colon}{}", shorten(exception), shorten(text));
            let place = teller.suspended(task);
            let place = if place.is_empty() { place } else { format!(",{place}") };
            format!("{name} is done: {} raised {error}{place}.", teller.coroutine(task))
        }
        StepOutcome::Cancelled => format!("{name} is done: it ended by cancellation."),
    };
    let raised = matches!(outcome, StepOutcome::Raised { .. });
    Sentence::new(happened, after_end(teller, task, raised))
}

fn waits(teller: &Teller<'_>, task: &Task, awaited: Awaited) -> Sentence {
    let (name, place) = (teller.task(task.id()), teller.suspended(task));
    if !task.is_waiting() {
        return Sentence::new(
            format!("{name} suspends{place}, but what it awaits came to pass before its step was over."),
            "So it is on the ready queue again.",
        );
    }
    let what = match awaited {
        Awaited::Task(_) => format!("it waits for {} to end", teller.awaited(awaited)),
        Awaited::Future(id) => match teller.model.future(id) {
            Some(slot) if slot.kind == FutureKind::Sleep => sleep(teller, task),
            _ => format!("it waits for {}", teller.awaited(awaited)),
        },
    };
    Sentence::new(format!("{name} suspends{place}: {what}. The loop is free again."), teller.then())
}

/// A sleep, with its end where the timer is known.
fn sleep(teller: &Teller<'_>, task: &Task) -> String {
    match teller.history.sleep_timer(teller.model, task) {
        Some((_, deadline)) => format!("it sleeps until {}", seconds(Delay(deadline.0))),
        None => "it sleeps".to_owned(),
    }
}

/// Who goes on now that a task ended.
fn after_end(teller: &Teller<'_>, task: &Task, raised: bool) -> String {
    match task.waiters.first() {
        Some(waiter) => {
            let name = teller.task(waiter);
            match teller.model.task(waiter).map(|waiter| &waiter.state) {
                Some(TaskState::Pending(Pending::Queued)) => {
                    format!(
                        "{name}, which awaited it, is on the ready queue and resumes in the next iteration."
                    )
                }
                _ => format!("{name} awaits it."),
            }
        }
        None if raised && let Some(callback) = taker(teller, task) => {
            format!("The exception goes to {callback}, which is on the ready queue now.")
        }
        None if raised => {
            "No task awaits it at this moment; the exception is kept until one asks for it.".to_owned()
        }
        None => teller.then(),
    }
}

/// The first of the callbacks left with a task that takes its exception up.
fn taker(teller: &Teller<'_>, task: &Task) -> Option<String> {
    let takes_up = |name: &TextId| callback::role(teller.history.text(*name)) == Some(Role::TakesUp);
    task.callbacks.iter().find(takes_up).map(|name| teller.callback(name))
}

fn cancel(teller: &Teller<'_>, id: TaskId, by: Cause, location: Option<LocationId>) -> Sentence {
    let Some(task) = teller.model.task(id) else { return Sentence::default() };
    let name = teller.task(id);
    let whom = if by == Cause::Task(id) { "itself".to_owned() } else { name.clone() };
    let happened = cancelled_by_group(teller, id, by).unwrap_or_else(|| {
        let at = teller.at(location.filter(|location| !teller.history.is_below_callback(by, *location)));
        format!("{} asks {whom} to end by cancel(){at}.", teller.who(by))
    });
    let next = match (&task.state, task.awaits) {
        (TaskState::Done(_), _) => format!("{name} is done already, so nothing comes of it."),
        (TaskState::Running, _) => {
            format!("{name} is in the middle of a step, so it notices at the next await that suspends it.")
        }
        (TaskState::Pending(Pending::Waiting), Some(Awaited::Task(other))) => {
            format!("The request goes on to {}, for which it waits.", teller.task(other))
        }
        (TaskState::Pending(Pending::Waiting), _) => {
            let place = teller.suspended(task);
            format!(
                "Only when {name} resumes is CancelledError raised{place}: cancelling asks, it does not kill."
            )
        }
        _ if task.steps == 0 => {
            format!("{name} has not begun; in its first step CancelledError is raised before its first line.")
        }
        _ => format!("{name} is on the ready queue; CancelledError is raised in it when it resumes."),
    };
    Sentence::new(happened, next)
}

/// The callback of asyncio's task groups that is called when one of a group's tasks is done.
const GROUP_TASK_DONE: &str = "TaskGroup._on_task_done";

/// Who asks and why, where a task group does because one of its tasks failed.
fn cancelled_by_group(teller: &Teller<'_>, id: TaskId, by: Cause) -> Option<String> {
    let Cause::Handle(handle) = by else { return None };
    let handle = teller.model.queues().handle_or_gone(handle)?;
    let Subject::Callback(callback) = handle.what else { return None };
    if teller.history.text(callback) != GROUP_TASK_DONE {
        return None;
    }
    // A task that fails puts the callback on the ready queue as it ends.
    let failed = match handle.by {
        Cause::Task(by) => {
            teller.model.task(by).filter(|by| matches!(by.state, TaskState::Done(End::Raised(_))))
        }
        _ => None,
    };
    let because = failed.map_or_else(|| "a task".to_owned(), |failed| teller.task(failed.id()));
    let place = if is_owner(teller, id, failed) { ", which is in its `async with`," } else { "" };
    Some(format!(
        "The task group asks {}{place} to end by cancel(), because {because} in it failed.",
        teller.task(id)
    ))
}

/// Whether a task that is cancelled because another in its group failed is at the end of the group's `async with`. A task
/// of the group may have made the other, and may wait for a group of its own.
fn is_owner(teller: &Teller<'_>, id: TaskId, failed: Option<&Task>) -> bool {
    let Some(task) = teller.model.task(id) else { return false };
    let Some(Awaited::Future(future)) = task.awaits else { return false };
    let awaits_a_group = teller.model.future(future).is_some_and(|slot| slot.kind == FutureKind::TaskGroup);
    let is_in_a_group = task.callbacks.iter().any(|name| teller.history.text(name) == GROUP_TASK_DONE);
    let is_maker = failed.is_some_and(|failed| failed.info.parent == Some(id));
    awaits_a_group && (is_maker || !is_in_a_group)
}

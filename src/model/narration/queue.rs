//! What is said of the loop's own doings: handles, timers and iterations.

use crate::event::{Cause, EventKind, Subject};
use crate::id::{HandleId, TaskId};
use crate::model::{Handle, TaskState};
use crate::time::{Delay, Moment};

use super::Sentence;
use super::teller::{Teller, capital, count, seconds};

/// A timer that is later than this is worth a remark: the loop had no time for it.
const LATE: Delay = Delay(1_000_000);

pub(super) fn tell(teller: &Teller<'_>, kind: &EventKind) -> Sentence {
    match kind {
        EventKind::HandleScheduled { what: Subject::Step(task), by, .. } => {
            step_scheduled(teller, *task, *by)
        }
        EventKind::HandleScheduled { what: Subject::Callback(name), by, .. } => Sentence::new(
            format!("{} puts {} on the ready queue.", teller.who(*by), teller.callback(*name)),
            "It is not called yet: its turn comes in the next iteration.",
        ),
        EventKind::TimerSet { deadline, what, by, .. } => timer_set(teller, *deadline, *what, *by),
        EventKind::TimerMoved { handle } => timer_moved(teller, *handle),
        EventKind::TimerCancelled { handle, by } => timer_cancelled(teller, *handle, *by),
        EventKind::HandleStarted { handle } => started(teller, *handle),
        EventKind::HandleEnded { handle } => {
            let name = capital(&teller.handle(*handle));
            Sentence::new(format!("{name} is over."), teller.then())
        }
        EventKind::Iteration { n, ready, moved, waited } => iteration(*n, *ready, *moved, *waited),
        EventKind::Decision { ready, choice } => Sentence::new(
            format!("{ready} handles are ready, and the scheduling policy takes number {}.", choice + 1),
            "asyncio itself always takes number 1, which waited longest.",
        ),
        _ => Sentence::default(),
    }
}

fn step_scheduled(teller: &Teller<'_>, id: TaskId, by: Cause) -> Sentence {
    let Some(task) = teller.model.task(id) else { return Sentence::default() };
    let (name, who) = (teller.task(id), teller.by(by));
    if task.state == TaskState::Running {
        return Sentence::new(
            format!("{name}'s next step is put on the ready queue while this one still runs."),
            "When this step ends, the task will not have to wait for anything.",
        );
    }
    if task.steps == 0 {
        return Sentence::new(
            format!("{name}'s first step is put on the ready queue by {who}."),
            "It does not run yet: its turn comes in the next iteration.",
        );
    }
    let reason = teller.reason(task);
    let because = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    Sentence::new(
        format!("{name} is put on the ready queue by {who}{because}."),
        format!("It does not resume yet: its turn comes in the next iteration{}.", behind(teller)),
    )
}

/// `, behind 2 other handles`.
fn behind(teller: &Teller<'_>) -> String {
    let before = teller.model.queues().ready_len().saturating_sub(1);
    if before == 0 { String::new() } else { format!(", behind {}", count(before, "other handle")) }
}

fn timer_set(teller: &Teller<'_>, deadline: Moment, what: Subject, by: Cause) -> Sentence {
    let wait = deadline.since(teller.at);
    let due = if wait == Delay::ZERO {
        "a timer that is due at once".to_owned()
    } else {
        format!("a timer that is due in {}, at {}", seconds(wait), seconds(Delay(deadline.0)))
    };
    let then = match what {
        Subject::Step(task) => format!("resumes {}", teller.task(task)),
        Subject::Callback(name) => format!("calls {}", teller.callback(name)),
    };
    let runs_on = match by {
        Cause::Task(_) => " Setting it takes no time; the task runs on.",
        _ => "",
    };
    Sentence::new(
        format!("{} sets {due}.", teller.who(by)),
        format!("When it is due, the loop {then}.{runs_on}"),
    )
}

fn owner(teller: &Teller<'_>, handle: &Handle) -> String {
    match handle.by {
        Cause::Task(task) => format!("{}'s timer", teller.task(task)),
        _ => format!("the timer of {}", teller.subject(handle.what)),
    }
}

/// The same as the beginning of a sentence; a task keeps its name, however it is spelled.
fn owner_first(teller: &Teller<'_>, handle: &Handle) -> String {
    let owner = owner(teller, handle);
    if matches!(handle.by, Cause::Task(_)) { owner } else { capital(&owner) }
}

fn timer_moved(teller: &Teller<'_>, id: HandleId) -> Sentence {
    let Some(handle) = teller.model.queues().handle_or_gone(id) else { return Sentence::default() };
    let late = handle.deadline.map_or(Delay::ZERO, |deadline| teller.at.since(deadline));
    let due = if late > LATE {
        format!("has been due for {}, and only now the loop comes to it", seconds(late))
    } else {
        "is due".to_owned()
    };
    let happened = format!("{} {due}: its callback goes to the ready queue.", owner_first(teller, handle));
    let next = match teller.sleeper(handle) {
        Some(task) => format!(
            "It will resolve {name}'s future. {name} does not resume yet: that puts it on the ready queue, for the iteration after.",
            name = teller.task(task.id())
        ),
        None => "It runs in the iteration that begins now.".to_owned(),
    };
    Sentence::new(happened, next)
}

fn timer_cancelled(teller: &Teller<'_>, id: HandleId, by: Cause) -> Sentence {
    let Some(handle) = teller.model.queues().handle_or_gone(id) else { return Sentence::default() };
    let whose = match handle.by {
        Cause::Task(_) if handle.by == by => "its timer".to_owned(),
        _ => owner(teller, handle),
    };
    let due = match handle.deadline {
        Some(deadline) => format!(", which was set for {}", seconds(Delay(deadline.0))),
        None => String::new(),
    };
    let never = match handle.what {
        Subject::Step(task) => format!("So it will not resume {}.", teller.task(task)),
        Subject::Callback(name) => format!("So it will not call {}.", teller.callback(name)),
    };
    Sentence::new(format!("{} cancels {whose}{due}.", teller.who(by)), never)
}

fn started(teller: &Teller<'_>, id: HandleId) -> Sentence {
    let Some(handle) = teller.model.queues().handle_or_gone(id) else { return Sentence::default() };
    if let Some(task) = teller.sleeper(handle) {
        let name = teller.task(task.id());
        return Sentence::new(
            format!("The callback of {name}'s timer runs: it resolves the future that {name} awaits."),
            format!("{name} itself does not resume yet: it goes to the ready queue, for the next iteration."),
        );
    }
    let from = match handle.deadline {
        Some(deadline) => format!("its timer was set for {}", seconds(Delay(deadline.0))),
        None => format!("{} put it on the ready queue", teller.by(handle.by)),
    };
    Sentence::new(
        format!("{} runs: {from}.", capital(&teller.subject(handle.what))),
        "It is an ordinary function: until it returns, the loop can do nothing else.",
    )
}

fn iteration(n: u32, ready: u32, moved: u32, waited: Delay) -> Sentence {
    let what = match (ready, moved) {
        (0, _) => "nothing to run".to_owned(),
        (_, 0) => format!("{} to run", count(ready as usize, "handle")),
        (1, _) => "1 handle to run, a timer's callback".to_owned(),
        (_, 1) => format!("{ready} handles to run, 1 of them from a timer"),
        _ => format!("{ready} handles to run, {moved} of them from timers"),
    };
    let happened = if waited > LATE {
        format!(
            "With nothing ready, the loop waited {}. Now iteration {n} begins, with {what}.",
            seconds(waited)
        )
    } else {
        format!("Iteration {n} begins, with {what}.")
    };
    Sentence::new(
        happened,
        format!("What is scheduled from here on waits for iteration {}.", n.saturating_add(1)),
    )
}

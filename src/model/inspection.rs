//! All that is known of one task at an instant.

use crate::event::{Cause, EventKind};
use crate::id::{HandleId, LocationId, TaskId};
use crate::time::{Delay, Moment};

use super::timeline::{MarkerKind, SpanState, TrackId};
use super::waiting::{Wait, Waiting};
use super::{History, Model, Task};

/// The most requests to end that are listed.
const MOST_REQUESTS: usize = 8;

/// Handles of the ready queue that are counted through for a task's place.
const MOST_AHEAD: usize = 10_000;

/// Events that are looked back upon for the wake-ups that a task gave.
const LOOK_BACK: usize = 4096;

/// The most tasks that are named as woken.
const MOST_WOKEN: usize = 16;

/// Somebody asked the task to end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CancelRequest {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: Cause,
    /// The line that asked.
    pub location: Option<LocationId>,
    /// The message given.
    pub message: Option<Box<str>>,
}

/// Who will make a task go on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Waker {
    /// A handle on the ready queue, after so many others.
    Queued(HandleId, usize),
    /// A timer.
    Timer(HandleId, Moment),
    /// One of these tasks, by ending or by giving something back.
    Tasks(Vec<TaskId>),
    /// Whoever resolves what it waits for.
    Somebody,
}

/// What put a task on the ready queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WokenBy {
    /// A task in its step.
    Task(TaskId),
    /// A timer that was due.
    Timer,
    /// Another callback.
    Callback(HandleId),
    /// Code outside any task.
    Outside,
}

/// How long a task was in which state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Times {
    /// On the ready queue.
    pub queued: Delay,
    /// In a step.
    pub running: Delay,
    /// Suspended.
    pub waiting: Delay,
    /// Blocking, and all others with it.
    pub blocked: Delay,
}

/// All that is known of one task at an instant and that its entry in the model does not say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inspection {
    /// The task.
    pub task: TaskId,
    /// What it waits for.
    pub wait: Option<Wait>,
    /// Who will make it go on; none for one that runs or is done.
    pub waker: Option<Waker>,
    /// What put it on the ready queue last.
    pub woken_by: Option<WokenBy>,
    /// Who asked it to end, oldest first.
    pub requests: Vec<CancelRequest>,
    /// The instant at which it is looked at.
    pub now: Moment,
    /// How long it was in which state.
    pub times: Times,
    /// The tasks that it woke lately, latest first.
    pub woke: Vec<TaskId>,
}

impl Inspection {
    /// What is known of the task at the instant of a model of this run, `now`.
    #[must_use]
    pub fn of(history: &History, model: &Model, task: TaskId, now: Moment) -> Option<Self> {
        let entry = model.task(task)?;
        let waiting = Waiting::new(history, model);
        let wait = waiting.of(entry);
        Some(Self {
            task,
            now,
            woken_by: entry.woken_by.map(|by| woken_by(history, model, by)),
            waker: waker(history, model, entry, wait.as_ref(), waiting),
            requests: requests(history, model, entry),
            times: times(history, model, task, now),
            woke: woken(history, model, task),
            wait,
        })
    }
}

fn waker(
    history: &History,
    model: &Model,
    task: &Task,
    wait: Option<&Wait>,
    waiting: Waiting<'_>,
) -> Option<Waker> {
    if let Some(handle) = task.handle {
        let ahead = model.queues().ready().take(MOST_AHEAD).position(|(id, _)| id == handle);
        return Some(Waker::Queued(handle, ahead.unwrap_or(0)));
    }
    if !task.is_waiting() {
        return None;
    }
    if let Some((id, deadline)) = history.sleep_timer(model, task) {
        return Some(Waker::Timer(id, deadline));
    }
    let blockers = wait.map_or_else(Vec::new, |wait| waiting.blockers(wait));
    Some(if blockers.is_empty() { Waker::Somebody } else { Waker::Tasks(blockers) })
}

fn woken_by(history: &History, model: &Model, by: Cause) -> WokenBy {
    match by {
        Cause::Task(task) => WokenBy::Task(task),
        Cause::Thread => WokenBy::Outside,
        Cause::Handle(id) => {
            let here = model.events();
            let was_due =
                (here.saturating_sub(LOOK_BACK)..here).rev().find_map(|n| history.timer_moved(n, id));
            if was_due.is_some() { WokenBy::Timer } else { WokenBy::Callback(id) }
        }
    }
}

fn requests(history: &History, model: &Model, task: &Task) -> Vec<CancelRequest> {
    let count = (task.cancel_requests as usize).min(MOST_REQUESTS);
    let markers = history.timeline().markers();
    let seen = &markers[..model.markers().min(markers.len())];
    let own = seen
        .iter()
        .rev()
        .filter(|marker| marker.kind == MarkerKind::Cancel && marker.task == Some(task.id()));
    let mut requests: Vec<CancelRequest> = own
        .take(count)
        .filter_map(|marker| {
            let event = history.event(marker.event as usize)?;
            let EventKind::CancelRequested { by, location, message, .. } = event.kind else { return None };
            Some(CancelRequest { at: event.at, by, location, message })
        })
        .collect();
    requests.reverse();
    requests
}

fn times(history: &History, model: &Model, task: TaskId, now: Moment) -> Times {
    let mut times = Times::default();
    let timeline = history.timeline();
    let Some(track) = timeline.track(TrackId::Task(task)) else { return times };
    for (state, events) in timeline.states(track) {
        if events.start >= model.events() {
            break;
        }
        let end = if events.end >= model.events() { now } else { history.at(events.end) };
        let total = match state {
            SpanState::Queued => &mut times.queued,
            SpanState::Running => &mut times.running,
            SpanState::Waiting => &mut times.waiting,
            SpanState::Blocked => &mut times.blocked,
            SpanState::Idle | SpanState::Over => continue,
        };
        *total = Delay(total.0 + end.since(history.at(events.start)).0);
    }
    times
}

/// The tasks that the task scheduled lately, itself left out.
fn woken(history: &History, model: &Model, task: TaskId) -> Vec<TaskId> {
    let here = model.events();
    let mut woken = Vec::new();
    for wake in
        wakes(history, here.saturating_sub(LOOK_BACK)..here).filter(|wake| wake.by == Cause::Task(task))
    {
        if wake.task != task && !woken.contains(&wake.task) {
            woken.push(wake.task);
        }
        if woken.len() == MOST_WOKEN {
            break;
        }
    }
    woken
}

/// A task was put on the ready queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wake {
    /// The event.
    pub event: usize,
    /// The task that was woken.
    pub task: TaskId,
    /// Who woke it.
    pub by: Cause,
}

/// The wake-ups among these events, latest first.
pub fn wakes(history: &History, events: std::ops::Range<usize>) -> impl Iterator<Item = Wake> + '_ {
    events.rev().filter_map(|n| history.wake(n))
}

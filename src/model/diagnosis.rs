//! Why a run went wrong, as lines of plain text: for the screen, and for stderr.

use std::fmt::Write;

use crate::event::{Awaited, Dictionary, EventKind, LimitKind, Owner, Place, RunOutcome};
use crate::id::{ChainId, LocationId, TaskId};
use crate::time::{Delay, Moment};

use super::narration::teller::{count, future_kind, seconds, shorten};
use super::timeline::MarkerKind;
use super::{End, History, Model, Task, TaskState};

/// The most tasks, and the most blocking places, that are listed one by one.
const MOST: usize = 20;

/// An instant and what its numbers mean: enough to say who waits for whom.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The instant.
    pub model: &'a Model,
    /// What the numbers mean.
    pub dictionary: &'a Dictionary,
    /// The program's own file, by its bare name.
    pub program: &'a str,
}

impl<'a> Scene<'a> {
    fn coroutine(self, task: &Task) -> &'a str {
        self.dictionary.text(task.info.coroutine)
    }

    /// Where in the program's files the task is suspended, or where it raised, as near as is known: see
    /// [`Self::own_place`].
    pub fn suspended_at(self, task: &Task) -> Option<Place<'a>> {
        self.own_place(task.chain?)
    }

    /// The innermost place of a chain in a file of the program's, or else the innermost of all.
    pub fn own_place(self, chain: ChainId) -> Option<Place<'a>> {
        let own = self.dictionary.chain(chain).rev().find(|place| place.owner == Owner::Program);
        own.or_else(|| self.dictionary.chain(chain).next_back())
    }
}

/// Explains what went wrong in the run as far as it is known, in lines; nothing where nothing did.
pub fn explain(history: &History) -> Vec<String> {
    let mut lines = match history.outcome() {
        Some(RunOutcome::Deadlock) => deadlock(history.scene()),
        Some(RunOutcome::Raised { exception, text }) => uncaught(history.scene(), exception, text),
        Some(RunOutcome::Limit(kind)) => limit(history, *kind),
        _ => Vec::new(),
    };
    lines.extend(blocked(history));
    lines
}

/// Who waits for whom, when nothing can happen any more.
pub fn deadlock(scene: Scene<'_>) -> Vec<String> {
    let model = scene.model;
    let stuck: Vec<&Task> = model.tasks().filter(|task| !task.is_done() && !task.info.housekeeping).collect();
    if stuck.is_empty() {
        return vec!["deadlock: every thread waits, and none is left that could wake another".to_owned()];
    }
    let wait = if stuck.len() == 1 { "still waits" } else { "still wait" };
    let mut lines = vec![format!(
        "deadlock: nothing is ready, no timer is set, and {} {wait}",
        count(stuck.len(), "task")
    )];
    lines.extend(stuck.iter().take(MOST).map(|task| format!("  {}", waits(scene, task))));
    if stuck.len() > MOST {
        lines.push(format!("  and {} more", stuck.len() - MOST));
    }
    lines.extend(circles(model).iter().take(MOST).map(|circle| circle_line(model, circle)));
    lines
}

/// `Task-1 main`.
fn named(scene: Scene<'_>, task: &Task) -> String {
    let coroutine = scene.coroutine(task);
    let space = if coroutine.is_empty() { "" } else { " " };
    format!("{}{space}{}", shorten(&task.name()), shorten(coroutine))
}

/// ` at stuck.py:9`, or nothing.
fn at(scene: Scene<'_>, location: Option<LocationId>) -> String {
    location
        .and_then(|id| scene.dictionary.place(id))
        .map_or_else(String::new, |place| format!(" at {}:{}", place.file, place.line))
}

fn waits(scene: Scene<'_>, task: &Task) -> String {
    let mut line = named(scene, task);
    let place = scene.suspended_at(task);
    let place = place.map_or_else(String::new, |place| format!(" at {}:{}", place.file, place.line));
    // Less than half a millisecond is what reading the clock costs.
    let since = if task.since.since(Moment::START) < Delay(500_000) {
        String::new()
    } else {
        format!(" since {}", seconds(Delay(task.since.0)))
    };
    let what = match task.awaits {
        _ if !task.is_waiting() => return format!("{line} is not done, and nothing runs it any more"),
        Some(Awaited::Task(id)) => scene.model.task(id).map_or_else(|| id.to_string(), |t| named(scene, t)),
        Some(Awaited::Future(id)) => match scene.model.future(id) {
            Some(slot) => {
                let made = at(scene, slot.location);
                let made = if made.is_empty() { made } else { format!(" made{made}") };
                format!("{}{made}, which nobody can set any more", future_kind(slot.kind))
            }
            None => id.to_string(),
        },
        None => "something unknown".to_owned(),
    };
    // Writing into a string cannot fail.
    let _ = write!(line, " waits{place}{since} for {what}");
    line
}

/// The circles of tasks that wait for one another, each from its smallest id.
fn circles(model: &Model) -> Vec<Vec<TaskId>> {
    let next = |id: TaskId| match model.task(id).filter(|task| task.is_waiting())?.awaits? {
        Awaited::Task(other) => Some(other),
        Awaited::Future(_) => None,
    };
    // By task, the walk in which it was first met: meeting it again in the same walk closes a circle.
    let mut met = vec![0_u32; model.tasks_len()];
    let mut found = Vec::new();
    for task in model.tasks() {
        let mut here = Some(task.id());
        while let Some(id) = here
            && met.get(id.index()) == Some(&0)
        {
            met[id.index()] = task.id().0;
            here = next(id);
        }
        if let Some(start) = here.filter(|id| met.get(id.index()) == Some(&task.id().0)) {
            let rest = std::iter::successors(next(start), |&id| next(id).filter(|_| id != start));
            let mut circle: Vec<TaskId> = rest.take(model.tasks_len()).collect();
            let smallest = (0..circle.len()).min_by_key(|&at| circle[at]).unwrap_or(0);
            circle.rotate_left(smallest);
            found.push(circle);
        }
    }
    found
}

fn circle_line(model: &Model, circle: &[TaskId]) -> String {
    let name = |id: &TaskId| model.task(*id).map_or_else(|| id.to_string(), |task| shorten(&task.name()));
    let names: Vec<String> = circle.iter().take(MOST).map(name).collect();
    match names.as_slice() {
        [one] => format!("  {one} waits for itself"),
        [first, .., last] => {
            format!("  a circle: {}; {last} waits for {first}, so none can go on", names.join(" waits for "))
        }
        [] => String::new(),
    }
}

fn uncaught(scene: Scene<'_>, exception: &str, text: &str) -> Vec<String> {
    let colon = if text.is_empty() { "" } else { ": " };
    let mut lines = vec![format!("error: nobody caught {exception}{colon}{text}")];
    let mut tasks = scene.model.tasks().filter(|task| {
        matches!(&task.state, TaskState::Done(End::Raised(error)) if &*error.kind == exception && &*error.text == text)
    });
    if let Some(first) = tasks.by_ref().min_by_key(|task| (task.since, task.id())) {
        let made = at(scene, first.info.location);
        let made = if made.is_empty() { made } else { format!(", made{made},") };
        let when = seconds(Delay(first.since.0));
        lines.push(format!("  {}{made} ended with it at {when}", named(scene, first)));
    }
    lines
}

fn limit(history: &History, kind: LimitKind) -> Vec<String> {
    let model = history.latest();
    let reached = match kind {
        LimitKind::Events => format!("{} events", history.len()),
        LimitKind::VirtualTime => format!("{} of virtual time", seconds(Delay(model.now().0))),
        LimitKind::Output => format!("{} writes of output", model.outputs()),
    };
    let alive = model.tasks().filter(|task| !task.is_done() && !task.info.housekeeping).count();
    let not_done = if alive == 1 { "was not done" } else { "were not done" };
    vec![
        format!("limit: the run was ended after {reached}"),
        format!("  {} {not_done}; what happened up to here is recorded", count(alive, "task")),
    ]
}

/// Where a loop was blocked, the longest first.
pub fn blocked(history: &History) -> Vec<String> {
    let mut places: Vec<(Option<LocationId>, Option<TaskId>, Delay, usize)> = Vec::new();
    for marker in history.timeline().markers().iter().filter(|marker| marker.kind == MarkerKind::Blocked) {
        let Some(event) = history.event(marker.event as usize) else { continue };
        let EventKind::Blocked { duration, location, .. } = event.kind else { continue };
        if event.on_loop.is_none() {
            continue;
        }
        match places.iter_mut().find(|place| place.0 == location && place.1 == marker.task) {
            Some(place) => {
                place.2 = Delay(place.2.0.saturating_add(duration.0));
                place.3 += 1;
            }
            None => places.push((location, marker.task, duration, 1)),
        }
    }
    places.sort_by_key(|place| std::cmp::Reverse(place.2));
    let lines = places.iter().take(MOST).map(|&(location, task, duration, times)| {
        let task = task.and_then(|id| history.latest().task(id));
        let who = task.map_or_else(|| "a callback".to_owned(), |task| named(history.scene(), task));
        let times = if times == 1 { String::new() } else { format!(", {times} times") };
        let place = at(history.scene(), location);
        format!("blocked loop: {who}{place} kept it from everything else for {}{times}", seconds(duration))
    });
    lines.collect()
}

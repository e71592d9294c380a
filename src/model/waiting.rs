//! Who waits for whom at an instant: from a task over what it awaits to those who could wake it.
//!
//! ```text
//!  Task-2 ──waits for──► Lock 1 ──held by──► Task-3 ──waits for──► Lock 2 ──held by──► Task-2
//! ```
//!
//! Which object a task waits for is seldom told. It follows from what the task does with one when it goes on,
//! as far as that is known; else there may be only one that can hold it up; else it is one of several.

use std::collections::HashMap;

use crate::event::{Awaited, Cause, EventKind, FutureKind, SyncKind, callback};
use crate::id::{FutureId, ObjectId, TaskId, TextId};

use super::timeline::{SpanState, TrackId};
use super::{History, Model, Slot, Task};

mod tree;

pub use tree::{Below, Branch, Relation, Tree};

/// Events that are looked at behind a task's next step for what it does with an object.
const LOOK_AHEAD: usize = 64;

/// The most objects among which one is sought.
const MOST_OBJECTS: usize = 64;

/// The most tasks that are looked at for a knot.
const MOST_KNOTTED: usize = 256;

/// Events before the future of a gather among which its tasks are sought: three for each.
const GATHERED_WITHIN: usize = 300_000;

/// What a task waits for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wait {
    /// Another task's end.
    Task(TaskId),
    /// A synchronisation object.
    Object(ObjectId),
    /// One of these objects; which one is not known.
    OneOf(SyncKind, Vec<ObjectId>),
    /// Several tasks, those that are not done.
    Tasks(FutureKind, Vec<TaskId>),
    /// Something else.
    Future(FutureId, FutureKind),
    /// Nothing that is known.
    Unknown,
}

/// Works out who waits for what. Made once for an instant and asked for each task.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'h> {
    history: &'h History,
    model: &'h Model,
}

/// The kind of object whose waiters wait for such a future.
const fn object_kind(kind: FutureKind) -> Option<SyncKind> {
    Some(match kind {
        FutureKind::Lock => SyncKind::Lock,
        FutureKind::Event => SyncKind::Event,
        FutureKind::Condition => SyncKind::Condition,
        FutureKind::Semaphore => SyncKind::Semaphore,
        FutureKind::Barrier => SyncKind::Barrier,
        FutureKind::Queue => SyncKind::Queue,
        _ => return None,
    })
}

impl<'h> Waiting<'h> {
    /// For the instant of a model of this run.
    #[must_use]
    pub const fn new(history: &'h History, model: &'h Model) -> Self {
        Self { history, model }
    }

    /// What the task waits for; none for one that does not wait.
    pub fn of(self, task: &Task) -> Option<Wait> {
        if !task.is_waiting() {
            return None;
        }
        Some(match task.awaits {
            Some(Awaited::Task(other)) => Wait::Task(other),
            Some(Awaited::Future(future)) => self.future(task, future),
            None => Wait::Unknown,
        })
    }

    fn future(self, task: &Task, id: FutureId) -> Wait {
        let Some(slot) = self.model.future(id) else { return Wait::Unknown };
        if let Some(object) = self.model.sync_objects().told(task.id()) {
            return Wait::Object(object);
        }
        let members = match slot.kind {
            FutureKind::Gather => self.gathered(task, slot),
            FutureKind::TaskGroup => self.grouped(task),
            // What `asyncio.wait` waits for is not told.
            _ => Vec::new(),
        };
        if !members.is_empty() {
            return Wait::Tasks(slot.kind, members);
        }
        let Some(kind) = object_kind(slot.kind) else { return Wait::Future(id, slot.kind) };
        if let Some(object) = self.object_ahead(task, kind) {
            return Wait::Object(object);
        }
        let may = self.candidates(task, kind);
        match may.as_slice() {
            [] => Wait::Future(id, slot.kind),
            [one] => Wait::Object(*one),
            _ => Wait::OneOf(kind, may),
        }
    }

    /// The objects of the kind that may hold the task up; not those that it has itself, if there are others.
    fn candidates(self, task: &Task, kind: SyncKind) -> Vec<ObjectId> {
        let all = self.model.sync_objects().iter();
        let may = all.filter(|object| object.kind() == kind && object.may_hold_up());
        let may: Vec<_> = may.take(MOST_OBJECTS).collect();
        let others: Vec<ObjectId> = may
            .iter()
            .filter(|object| !object.holders().any(|holder| holder == task.id()))
            .map(|object| object.id)
            .collect();
        if others.is_empty() { may.iter().map(|object| object.id).collect() } else { others }
    }

    /// The object of the kind that the task deals with as soon as it goes on, where that is known already.
    fn object_ahead(self, task: &Task, kind: SyncKind) -> Option<ObjectId> {
        let timeline = self.history.timeline();
        let track = timeline.track(TrackId::Task(task.id()))?;
        let here = self.model.events();
        let next = timeline
            .spans_between(track, here..self.history.len())
            .take(4)
            .find(|span| span.state == SpanState::Running && span.events.start >= here)?;
        let end = next.events.end.min(next.events.start + LOOK_AHEAD);
        (next.events.start..end).find_map(|n| match self.history.event(n)?.kind {
            EventKind::Sync { object, kind: other, task: Some(who), .. }
                if other == kind && who == task.id() =>
            {
                Some(object)
            }
            _ => None,
        })
    }

    /// The tasks behind the future of a gather that are not done: just before it is made, its callback is left with
    /// each of them, and what is no task yet is made one.
    fn gathered(self, task: &Task, slot: &Slot) -> Vec<TaskId> {
        let by = Cause::Task(task.id());
        let made = (slot.created as usize).saturating_sub(1);
        let mut members = Vec::new();
        for n in (made.saturating_sub(GATHERED_WITHIN)..made).rev() {
            match self.history.kind(n).as_deref() {
                Some(EventKind::CallbackAdded { on, callback, by: other })
                    if *other == by && self.is_left_by(*callback, "gather") =>
                {
                    members.extend(match on {
                        Awaited::Task(member) => Some(*member),
                        Awaited::Future(_) => None,
                    });
                }
                Some(EventKind::TaskCreated { parent: Some(parent), .. }) if *parent == task.id() => {}
                Some(EventKind::HandleScheduled { by: other, .. }) if *other == by => {}
                _ => break,
            }
        }
        members.reverse();
        members.retain(|member| self.model.task(*member).is_some_and(|member| !member.is_done()));
        members
    }

    /// The tasks of groups that a task made and that are not done.
    fn grouped(self, task: &Task) -> Vec<TaskId> {
        let is_member = |child: &&Task| {
            child.info.parent == Some(task.id())
                && !child.is_done()
                && child.callbacks.iter().any(|callback| self.is_left_by(callback, "TaskGroup"))
        };
        // Nobody's child is older than its parent.
        let later = (task.id().index() + 1..self.model.tasks_len())
            .filter_map(|index| self.model.task(TaskId(index as u32 + 1)));
        later.filter(is_member).map(Task::id).collect()
    }

    fn is_left_by(self, callback: TextId, part: &str) -> bool {
        callback::left_by(self.history.text(callback)) == Some(part)
    }

    /// The tasks any one of which may be the one that the task waits for.
    pub fn blockers(self, wait: &Wait) -> Vec<TaskId> {
        let holders = |id: &ObjectId| {
            let object = self.model.sync_objects().get(*id);
            object.into_iter().flat_map(|object| object.holders().collect::<Vec<_>>())
        };
        match wait {
            Wait::Task(task) => vec![*task],
            Wait::Tasks(_, tasks) => tasks.clone(),
            Wait::Object(object) => holders(object).collect(),
            Wait::OneOf(_, objects) => objects.iter().flat_map(holders).collect(),
            Wait::Future(..) | Wait::Unknown => Vec::new(),
        }
    }

    /// By object, the tasks that wait for it for certain, in the order in which they began to.
    pub fn waiters(self) -> HashMap<ObjectId, Vec<TaskId>> {
        let mut waiters: HashMap<ObjectId, Vec<TaskId>> = HashMap::new();
        if self.model.sync_objects().is_empty() {
            return waiters;
        }
        let mut waiting: Vec<&Task> = self.model.tasks().filter(|task| self.waits_for_object(task)).collect();
        // Who waits for a younger future came later.
        waiting.sort_by_key(|task| (task.since, future_of(task)));
        for task in waiting {
            if let Some(Wait::Object(object)) = self.of(task) {
                waiters.entry(object).or_default().push(task.id());
            }
        }
        waiters
    }

    fn waits_for_object(self, task: &Task) -> bool {
        let future = future_of(task).filter(|_| task.is_waiting());
        let kind = future.and_then(|id| self.model.future(id)).and_then(|slot| object_kind(slot.kind));
        kind.is_some() || (task.is_waiting() && self.model.sync_objects().told(task.id()).is_some())
    }

    /// The circles of tasks that wait for one another for certain, each from its smallest id.
    pub fn circles(self) -> Vec<Vec<TaskId>> {
        let next = |id: TaskId| {
            let task = self.model.task(id)?;
            let wait @ (Wait::Task(_) | Wait::Object(_)) = self.of(task)? else { return None };
            self.blockers(&wait).first().copied()
        };
        // By task, the walk in which it was first met: meeting it again in the same walk closes a circle.
        let mut met = vec![0_u32; self.model.tasks_len()];
        let mut found = Vec::new();
        let has_objects = !self.model.sync_objects().is_empty();
        let may_wait_for_task = |task: &&Task| {
            task.is_waiting() && (has_objects || matches!(task.awaits, Some(Awaited::Task(_))))
        };
        for task in self.model.tasks().filter(may_wait_for_task) {
            let mut here = Some(task.id());
            while let Some(id) = here
                && met.get(id.index()) == Some(&0)
            {
                met[id.index()] = task.id().0;
                here = next(id);
            }
            if let Some(start) = here.filter(|id| met.get(id.index()) == Some(&task.id().0)) {
                let rest = std::iter::successors(next(start), |&id| next(id).filter(|_| id != start));
                let mut circle: Vec<TaskId> = rest.take(self.model.tasks_len()).collect();
                let smallest = (0..circle.len()).min_by_key(|&at| circle[at]).unwrap_or(0);
                circle.rotate_left(smallest);
                found.push(circle);
            }
        }
        found
    }

    /// Tasks none of which can go on, since each waits for an object that one of the others has, whichever it
    /// is; nothing where [`Waiting::circles`] says it more exactly.
    pub fn knot(self) -> Vec<TaskId> {
        if self.model.sync_objects().is_empty() {
            return Vec::new();
        }
        let waits = self.model.tasks().filter(|task| self.waits_for_object(task)).take(MOST_KNOTTED);
        let mut knot: Vec<(TaskId, Vec<TaskId>)> = waits
            .filter_map(|task| {
                let wait = self.of(task)?;
                let is_held = matches!(wait, Wait::OneOf(SyncKind::Lock, _) | Wait::Object(_));
                let blockers = self.blockers(&wait);
                (is_held && !blockers.is_empty()).then(|| (task.id(), blockers))
            })
            .collect();
        loop {
            let inside: Vec<TaskId> = knot.iter().map(|(task, _)| *task).collect();
            knot.retain(|(_, blockers)| blockers.iter().all(|task| inside.contains(task)));
            if knot.len() == inside.len() {
                return inside;
            }
        }
    }
}

const fn future_of(task: &Task) -> Option<FutureId> {
    match task.awaits {
        Some(Awaited::Future(future)) => Some(future),
        _ => None,
    }
}

//! Locks, semaphores, events, conditions, barriers and queues as they stand at an instant.
//!
//! The events tell what is done to an object and by whom. Who waits for it is told where the source says so
//! ([`SyncOperation::Wait`]); where it does not, [`waiting`](super::waiting) works it out.

use crate::event::{SyncKind, SyncOperation};
use crate::id::{ObjectId, TaskId};
use crate::time::Moment;

use super::table::LARGEST_GAP;
use super::table::Table;
use super::task::Waiters;

/// What is known of an object's inside, by its kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SyncState {
    /// A lock.
    Lock {
        /// Who has it; none while it is free.
        holder: Option<Holder>,
    },
    /// A semaphore. What it began with is never told, so what is left of it is not known.
    Semaphore {
        /// How often it was acquired and not released since.
        taken: i64,
        /// Who acquired it, as far as tasks did.
        holders: Waiters,
    },
    /// An event.
    Event(Flag),
    /// A condition.
    Condition {
        /// How often somebody was notified.
        notified: u32,
    },
    /// A barrier.
    Barrier {
        /// How many stand before it.
        arrived: i64,
    },
    /// A queue.
    Queue {
        /// How many items are in it.
        items: i64,
        /// How many were ever put.
        put: i64,
        /// How many were marked as dealt with; many programs never do.
        dealt_with: i64,
        /// Whether more may be put.
        gate: Gate,
    },
}

/// Who has a lock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Holder {
    /// The task; none for code outside any.
    pub task: Option<TaskId>,
    /// Since when.
    pub since: Moment,
}

/// Whether an event is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flag {
    /// It is.
    Set,
    /// It is not: who waits for it waits on.
    Cleared,
}

/// Whether a queue takes more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// It does.
    Open,
    /// It was shut down.
    Shut,
}

/// The last thing that was done to an object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastOperation {
    /// What.
    pub operation: SyncOperation,
    /// By whom.
    pub task: Option<TaskId>,
    /// When.
    pub at: Moment,
    /// How many events there were then.
    pub events: usize,
}

/// A synchronisation object at an instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyncObject {
    /// The object.
    pub id: ObjectId,
    /// Which of its kind it is, from 1, in the order in which they were first used.
    pub number: u32,
    /// What is known of its inside.
    pub state: SyncState,
    /// Those of whom it was told that they wait.
    pub told: Waiters,
    /// The last thing that was done to it.
    pub last: LastOperation,
}

impl SyncObject {
    /// What it is.
    pub const fn kind(&self) -> SyncKind {
        match self.state {
            SyncState::Lock { .. } => SyncKind::Lock,
            SyncState::Semaphore { .. } => SyncKind::Semaphore,
            SyncState::Event(_) => SyncKind::Event,
            SyncState::Condition { .. } => SyncKind::Condition,
            SyncState::Barrier { .. } => SyncKind::Barrier,
            SyncState::Queue { .. } => SyncKind::Queue,
        }
    }

    /// Its fill level, for those that have one: items, or how often it is taken.
    pub const fn level(&self) -> Option<i64> {
        match self.state {
            SyncState::Semaphore { taken: level, .. }
            | SyncState::Barrier { arrived: level }
            | SyncState::Queue { items: level, .. } => Some(level),
            SyncState::Lock { .. } | SyncState::Event(_) | SyncState::Condition { .. } => None,
        }
    }

    /// The tasks that have it.
    pub fn holders(&self) -> impl Iterator<Item = TaskId> + '_ {
        let (one, many) = match &self.state {
            SyncState::Lock { holder } => (holder.and_then(|holder| holder.task), None),
            SyncState::Semaphore { holders, .. } => (None, Some(holders.iter())),
            _ => (None, None),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }

    /// Whether it is in a state in which somebody may have to wait for it.
    pub fn may_hold_up(&self) -> bool {
        match &self.state {
            SyncState::Lock { holder } => holder.is_some(),
            SyncState::Semaphore { taken, .. } => *taken > 0,
            SyncState::Event(flag) => *flag == Flag::Cleared,
            SyncState::Condition { .. } | SyncState::Barrier { .. } | SyncState::Queue { .. } => true,
        }
    }
}

/// By how much an operation changes the level of an object that has one.
pub(super) const fn level_change(kind: SyncKind, operation: SyncOperation) -> i64 {
    match (kind, operation) {
        (SyncKind::Queue, SyncOperation::Put)
        | (SyncKind::Semaphore, SyncOperation::Acquire)
        | (SyncKind::Barrier, SyncOperation::Wait) => 1,
        (SyncKind::Queue, SyncOperation::Get)
        | (SyncKind::Semaphore | SyncKind::Barrier, SyncOperation::Release) => -1,
        _ => 0,
    }
}

/// Something done to an object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation {
    pub(super) object: ObjectId,
    pub(super) kind: SyncKind,
    pub(super) what: SyncOperation,
    pub(super) task: Option<TaskId>,
    pub(super) at: Moment,
    pub(super) events: usize,
}

/// All objects of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SyncObjects {
    objects: Table<Option<SyncObject>>,
    /// How many there are of each kind.
    numbers: [u32; SyncKind::ALL.len()],
    /// Who was told to wait, and for what.
    told: Vec<(TaskId, ObjectId)>,
    /// A semaphore that a task has just acquired, perhaps on behalf of the next in line.
    handing: Option<(ObjectId, TaskId)>,
}

impl SyncObjects {
    /// All objects, by id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &SyncObject> {
        self.objects.iter().flatten()
    }

    /// The object.
    pub fn get(&self, id: ObjectId) -> Option<&SyncObject> {
        self.objects.get(id.index())?.as_ref()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.objects.is_empty()
    }

    /// The object for which the task was told to wait.
    pub fn told(&self, task: TaskId) -> Option<ObjectId> {
        self.told.iter().find(|(other, _)| *other == task).map(|(_, object)| *object)
    }

    pub(super) fn apply(&mut self, done: Operation) {
        self.handing = None;
        let index = done.object.index();
        if index > self.objects.len() + LARGEST_GAP {
            return;
        }
        while self.objects.len() <= index {
            self.objects.push(None);
        }
        let Some(entry) = self.objects.get_mut(index) else { return };
        let object = entry.get_or_insert_with(|| {
            let number = &mut self.numbers[done.kind as usize];
            *number += 1;
            SyncObject::new(done, *number)
        });
        object.apply(done);
        if done.what == SyncOperation::Wait
            && let Some(task) = done.task
        {
            object.told.add(task);
            self.told.push((task, done.object));
        }
        if let (SyncState::Semaphore { .. }, SyncOperation::Acquire, Some(task)) =
            (&object.state, done.what, done.task)
        {
            self.handing = Some((done.object, task));
        }
    }

    /// A task goes on: it waits for nothing any more.
    pub(super) fn resume(&mut self, task: TaskId) {
        if self.told.is_empty() {
            return;
        }
        while let Some(at) = self.told.iter().position(|(other, _)| *other == task) {
            let (_, id) = self.told.remove(at);
            if let Some(Some(object)) = self.objects.get_mut(id.index()) {
                object.told.remove_first(task);
            }
        }
    }

    /// A semaphore's future is resolved for `task`: who released the semaphore has acquired it anew, for the
    /// one that is woken.
    pub(super) fn hand_over(&mut self, task: TaskId) {
        let Some((id, from)) = self.handing.take() else { return };
        let Some(Some(object)) = self.objects.get_mut(id.index()) else { return };
        if let SyncState::Semaphore { holders, .. } = &mut object.state {
            holders.remove_last(from);
            holders.add(task);
        }
    }
}

impl SyncObject {
    const fn new(done: Operation, number: u32) -> Self {
        let state = match done.kind {
            SyncKind::Lock => SyncState::Lock { holder: None },
            SyncKind::Event => SyncState::Event(Flag::Cleared),
            SyncKind::Condition => SyncState::Condition { notified: 0 },
            SyncKind::Semaphore => SyncState::Semaphore { taken: 0, holders: Waiters::None },
            SyncKind::Barrier => SyncState::Barrier { arrived: 0 },
            SyncKind::Queue => SyncState::Queue { items: 0, put: 0, dealt_with: 0, gate: Gate::Open },
        };
        let last = LastOperation { operation: done.what, task: done.task, at: done.at, events: done.events };
        Self { id: done.object, number, state, told: Waiters::None, last }
    }

    fn apply(&mut self, done: Operation) {
        let change = level_change(done.kind, done.what);
        match (&mut self.state, done.what) {
            (SyncState::Lock { holder }, SyncOperation::Acquire) => {
                *holder = Some(Holder { task: done.task, since: done.at });
            }
            (SyncState::Lock { holder }, SyncOperation::Release) => *holder = None,
            (SyncState::Semaphore { taken, holders }, operation) => {
                *taken += change;
                match (operation, done.task) {
                    (SyncOperation::Acquire, Some(task)) => holders.add(task),
                    (SyncOperation::Release, task) => {
                        // Anybody may release a semaphore, also one who never acquired it.
                        let own = task.filter(|task| holders.iter().any(|other| other == *task));
                        if let Some(task) = own.or_else(|| holders.first()) {
                            holders.remove_last(task);
                        }
                    }
                    _ => {}
                }
            }
            (SyncState::Event(flag), SyncOperation::Set) => *flag = Flag::Set,
            (SyncState::Event(flag), SyncOperation::Clear) => *flag = Flag::Cleared,
            (SyncState::Condition { notified }, SyncOperation::Notify) => *notified += 1,
            (SyncState::Barrier { arrived }, _) => *arrived += change,
            (SyncState::Queue { items, put, dealt_with, gate }, operation) => {
                *items += change;
                match operation {
                    SyncOperation::Put => *put += 1,
                    SyncOperation::TaskDone => *dealt_with += 1,
                    SyncOperation::Shutdown => *gate = Gate::Shut,
                    _ => {}
                }
            }
            _ => {}
        }
        self.last = LastOperation { operation: done.what, task: done.task, at: done.at, events: done.events };
    }
}

/// `Lock 2`.
impl std::fmt::Display for SyncObject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self.kind() {
            SyncKind::Lock => "Lock",
            SyncKind::Event => "Event",
            SyncKind::Condition => "Condition",
            SyncKind::Semaphore => "Semaphore",
            SyncKind::Barrier => "Barrier",
            SyncKind::Queue => "Queue",
        };
        write!(f, "{name} {}", self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(objects: &mut SyncObjects, object: u32, kind: SyncKind, operation: SyncOperation, task: u32) {
        let (object, task) = (ObjectId(object), Some(TaskId(task)));
        objects.apply(Operation { object, kind, what: operation, task, at: Moment(7), events: 1 });
    }

    fn holders(objects: &SyncObjects, object: u32) -> Vec<u32> {
        objects.get(ObjectId(object)).unwrap().holders().map(|task| task.0).collect()
    }

    #[test]
    fn a_lock_has_one_holder_and_a_number_of_its_kind() {
        let mut objects = SyncObjects::default();
        done(&mut objects, 3, SyncKind::Lock, SyncOperation::Acquire, 1);
        done(&mut objects, 2, SyncKind::Queue, SyncOperation::Put, 1);
        done(&mut objects, 1, SyncKind::Lock, SyncOperation::Acquire, 2);
        let names: Vec<String> = objects.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["Lock 2", "Queue 1", "Lock 1"]);
        assert_eq!(holders(&objects, 3), [1]);
        done(&mut objects, 3, SyncKind::Lock, SyncOperation::Release, 1);
        assert!(holders(&objects, 3).is_empty());
        assert!(!objects.get(ObjectId(3)).unwrap().may_hold_up());
    }

    #[test]
    fn a_semaphore_is_handed_to_the_one_that_is_woken() {
        let mut objects = SyncObjects::default();
        let semaphore = SyncKind::Semaphore;
        done(&mut objects, 1, semaphore, SyncOperation::Acquire, 1);
        done(&mut objects, 1, semaphore, SyncOperation::Acquire, 2);
        done(&mut objects, 1, semaphore, SyncOperation::Release, 1);
        done(&mut objects, 1, semaphore, SyncOperation::Acquire, 1);
        objects.hand_over(TaskId(3));
        assert_eq!(holders(&objects, 1), [2, 3]);
        assert_eq!(objects.get(ObjectId(1)).unwrap().level(), Some(2));
        objects.hand_over(TaskId(4));
        assert_eq!(holders(&objects, 1), [2, 3]);
    }

    #[test]
    fn a_queue_knows_its_items() {
        let mut objects = SyncObjects::default();
        for operation in [SyncOperation::Put, SyncOperation::Put, SyncOperation::Get, SyncOperation::Shutdown]
        {
            done(&mut objects, 1, SyncKind::Queue, operation, 1);
        }
        let queue = objects.get(ObjectId(1)).unwrap();
        assert_eq!(queue.state, SyncState::Queue { items: 1, put: 2, dealt_with: 0, gate: Gate::Shut });
    }

    #[test]
    fn who_was_told_to_wait_waits_until_it_goes_on() {
        let mut objects = SyncObjects::default();
        done(&mut objects, 1, SyncKind::Lock, SyncOperation::Acquire, 1);
        done(&mut objects, 1, SyncKind::Lock, SyncOperation::Wait, 2);
        done(&mut objects, 1, SyncKind::Lock, SyncOperation::Wait, 3);
        assert_eq!(objects.told(TaskId(3)), Some(ObjectId(1)));
        objects.resume(TaskId(2));
        let waiting: Vec<u32> = objects.get(ObjectId(1)).unwrap().told.iter().map(|task| task.0).collect();
        assert_eq!((waiting, objects.told(TaskId(2))), (vec![3], None));
    }

    #[test]
    fn an_id_far_beyond_all_others_is_passed_over() {
        let mut objects = SyncObjects::default();
        done(&mut objects, u32::MAX, SyncKind::Lock, SyncOperation::Acquire, 1);
        assert!(objects.is_empty());
    }
}

//! Tasks that are put together, and which of the groups are folded.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{TaskId, TextId};
use crate::model::{End, History, Model, Pending, Task, TaskState};
use crate::tui::theme::Look;

/// What the rows of tasks are put together by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Grouping {
    /// Nothing: each has its own.
    #[default]
    Single,
    /// Their coroutine.
    Coroutine,
    /// The task that made them.
    Parent,
}

impl Grouping {
    /// What the tasks of one group have in common, as a number.
    pub(in crate::tui::session) fn key(self, task: &Task) -> u32 {
        match self {
            Self::Single => 0,
            Self::Coroutine => task.info.coroutine.0,
            Self::Parent => task.info.parent.map_or(0, |parent| parent.0),
        }
    }

    /// How the group with this number is called.
    pub(super) fn name(self, history: &History, model: &Model, key: u32) -> String {
        match (self, key) {
            (Self::Parent, 0) => "made outside tasks".to_owned(),
            (Self::Parent, task) => {
                let parent = TaskId(task);
                format!("of {}", model.task(parent).map_or_else(|| parent.to_string(), Task::name))
            }
            _ => {
                let name = history.text(TextId(key));
                name.rsplit('.').next().unwrap_or(name).to_owned()
            }
        }
    }
}

/// Whether the tasks of a group have rows of their own below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Folding {
    /// They have none.
    #[default]
    Folded,
    /// They have.
    Unfolded,
}

impl Folding {
    const fn other(self) -> Self {
        match self {
            Self::Folded => Self::Unfolded,
            Self::Unfolded => Self::Folded,
        }
    }
}

/// Several tasks in one row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Group {
    /// What they have in common.
    pub name: String,
    /// How many there are at the playhead that pass the filter.
    pub count: usize,
    /// How many of them run.
    pub running: usize,
    /// How many of them are ready.
    pub ready: usize,
    /// How many of them wait.
    pub waiting: usize,
    /// How many of them are done in each way.
    pub returned: usize,
    /// By an exception.
    pub raised: usize,
    /// By a cancellation.
    pub cancelled: usize,
}

impl Group {
    pub(super) fn add(&mut self, task: &Task) {
        self.count += 1;
        *match &task.state {
            TaskState::Pending(Pending::New | Pending::Queued) => &mut self.ready,
            TaskState::Pending(Pending::Waiting) => &mut self.waiting,
            TaskState::Running => &mut self.running,
            TaskState::Done(End::Returned(_)) => &mut self.returned,
            TaskState::Done(End::Raised(_)) => &mut self.raised,
            TaskState::Done(End::Cancelled) => &mut self.cancelled,
        } += 1;
    }

    /// In which states its tasks are, and how many in each; those that run first.
    pub fn states(&self) -> impl Iterator<Item = (Look, usize)> {
        [
            (Look::Running, self.running),
            (Look::Queued, self.ready),
            (Look::Waiting, self.waiting),
            (Look::Returned, self.returned),
            (Look::Raised, self.raised),
            (Look::Cancelled, self.cancelled),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
    }

    /// `2 running, 40 waiting, 7 returned`.
    pub fn state(&self) -> String {
        let said: Vec<String> =
            self.states().map(|(look, count)| format!("{count} {}", look.word())).collect();
        said.join(", ")
    }
}

/// The groups at the playhead, by what their tasks have in common, and which of them are folded.
#[derive(Debug, Default)]
pub(super) struct Groups {
    all: BTreeMap<u32, Group>,
    folding: Folding,
    /// Those that are folded where the others are not, or the other way round.
    exceptions: BTreeSet<u32>,
}

impl Groups {
    pub(super) fn get(&self, key: u32) -> Option<&Group> {
        self.all.get(&key)
    }

    /// The groups, to be counted anew.
    pub(super) const fn all_mut(&mut self) -> &mut BTreeMap<u32, Group> {
        &mut self.all
    }

    pub(super) fn folding(&self, key: u32) -> Folding {
        if self.exceptions.contains(&key) { self.folding.other() } else { self.folding }
    }

    /// Folds one, or unfolds it.
    pub(super) fn toggle(&mut self, key: u32) {
        if !self.exceptions.remove(&key) {
            self.exceptions.insert(key);
        }
    }

    /// Folds all, or unfolds them.
    pub(super) fn toggle_all(&mut self) {
        self.folding = self.folding.other();
        self.exceptions.clear();
    }

    /// Those that are not folded as the others are.
    pub(super) const fn exceptions(&self) -> &BTreeSet<u32> {
        &self.exceptions
    }

    /// They have other numbers from now on, or are there no more.
    pub(super) fn renumber(&mut self, number: impl FnMut(u32) -> Option<u32>) {
        self.all.clear();
        self.exceptions = std::mem::take(&mut self.exceptions).into_iter().filter_map(number).collect();
    }

    /// Tasks are put together by something else: all are folded, or none, as before.
    pub(super) fn regroup(&mut self) {
        self.all.clear();
        self.exceptions.clear();
    }
}

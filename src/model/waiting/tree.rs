//! The await tree: who awaits whom, from those that nobody awaits down to what each waits for in the end.

use crate::id::TaskId;

use super::{Wait, Waiting};
use crate::model::{History, Model, Task};

/// The most branches of a tree.
const MOST: usize = 1000;

/// How a branch hangs on the one above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relation {
    /// It hangs on none: nobody waits for it.
    Root,
    /// It is awaited.
    Awaited,
    /// It has what the one above waits for.
    Holds,
    /// It may have what the one above waits for.
    MayHold,
}

/// Whether what hangs below a branch is shown there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Below {
    /// It is, if there is anything.
    Shown,
    /// The task stands further up in the same branch: a circle closes.
    Circle,
    /// The task stands elsewhere with all that hangs on it.
    Elsewhere,
}

/// A task in the tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Branch {
    /// The task.
    pub task: TaskId,
    /// How many stand above it.
    pub depth: usize,
    /// How it hangs on the one above.
    pub relation: Relation,
    /// Whether it is the last that hangs there.
    pub is_last: bool,
    /// What hangs below it.
    pub below: Below,
    /// What it waits for.
    pub wait: Option<Wait>,
}

/// Who awaits whom.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tree {
    /// The branches, depth first.
    pub branches: Vec<Branch>,
    /// How many tasks are not done and have no place in it any more.
    pub more: usize,
}

impl Tree {
    /// The tree at the instant of a model of this run.
    #[must_use]
    pub fn of(history: &History, model: &Model) -> Self {
        let mut grower = Grower {
            waiting: Waiting::new(history, model),
            model,
            seen: vec![false; model.tasks_len()],
            path: Vec::new(),
            branches: Vec::new(),
        };
        let alive = || model.tasks().filter(|task| !task.is_done() && !task.info.housekeeping);
        // First those that nobody made, or whose maker is gone and whom nobody awaits; what is then still
        // missing stands in a circle.
        let is_first = |task: &&Task| task.info.parent.is_none();
        let is_free = |task: &&Task| task.waiters.is_empty();
        for task in alive().filter(is_first).filter(is_free).chain(alive().filter(is_free)).chain(alive()) {
            if grower.branches.len() >= MOST {
                break;
            }
            grower.grow(task.id(), 0, Relation::Root, true);
        }
        let more = alive().filter(|task| !grower.seen[task.id().index()]).count();
        Self { branches: grower.branches, more }
    }
}

struct Grower<'h> {
    waiting: Waiting<'h>,
    model: &'h Model,
    seen: Vec<bool>,
    path: Vec<TaskId>,
    branches: Vec<Branch>,
}

impl Grower<'_> {
    fn grow(&mut self, task: TaskId, depth: usize, relation: Relation, is_last: bool) {
        let Some(entry) = self.model.task(task) else { return };
        let was_seen = std::mem::replace(&mut self.seen[task.index()], true);
        if was_seen && relation == Relation::Root {
            return;
        }
        let wait = self.waiting.of(entry);
        let blockers = wait.as_ref().map_or_else(Vec::new, |wait| self.waiting.blockers(wait));
        let below = match () {
            () if self.path.contains(&task) => Below::Circle,
            () if was_seen && !blockers.is_empty() => Below::Elsewhere,
            () => Below::Shown,
        };
        let next = match &wait {
            Some(Wait::Object(_)) => Relation::Holds,
            Some(Wait::OneOf(..)) => Relation::MayHold,
            _ => Relation::Awaited,
        };
        self.branches.push(Branch { task, depth, relation, is_last, below, wait });
        // Which of several holds it up is not known: all their stories here would be too many.
        if below != Below::Shown || next == Relation::MayHold {
            return;
        }
        self.path.push(task);
        let count = blockers.len();
        for (index, other) in blockers.into_iter().enumerate() {
            if self.branches.len() >= MOST {
                break;
            }
            self.grow(other, depth + 1, next, index + 1 == count);
        }
        self.path.pop();
    }
}

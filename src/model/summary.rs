//! The sums of a run: what each task did with its time, and what one after another would have cost.

use crate::id::TaskId;
use crate::time::Delay;

use super::History;

/// What a task did with its time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TaskSum {
    /// The task.
    pub task: TaskId,
    /// Steps begun.
    pub steps: u32,
    /// In its steps; more than a trifle only where it blocked.
    pub running: Delay,
    /// On the ready queue.
    pub queued: Delay,
    /// Suspended.
    pub waiting: Delay,
}

/// The sums of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Virtual time of all.
    pub elapsed: Delay,
    /// How many events there were.
    pub events: usize,
    /// How many tasks, housekeeping not counted.
    pub tasks: usize,
    /// How many iterations, of all loops.
    pub iterations: u32,
    /// What the waits that are not for another task would have cost one after another, and what blocked.
    pub one_after_another: Delay,
    /// By task, in order of creation, housekeeping left out.
    pub by_task: Vec<TaskSum>,
}

impl Summary {
    /// The sums of a run as far as it is known.
    pub fn of(history: &History) -> Self {
        Self { events: history.len(), ..Self::default() }
    }
}

//! The sums of a run: what each task did with its time, and what one after another would have cost.

use crate::event::{Awaited, EventKind, FutureKind, StepOutcome};
use crate::id::TaskId;
use crate::time::{Delay, Moment};

use super::timeline::{SpanState, TrackId};
use super::{History, Task};

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
    /// The part of `waiting` that was for a sleep or for a pool's job, rather than for other tasks.
    pub own_waiting: Delay,
}

/// The sums of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Virtual time from the start to the last event.
    pub elapsed: Delay,
    /// How many events there were.
    pub events: usize,
    /// How many tasks, housekeeping not counted.
    pub tasks: usize,
    /// How many iterations, of all loops.
    pub iterations: u64,
    /// What the tasks' steps, sleeps and jobs would have cost one after another. Waiting for another task,
    /// for a lock and the like is left out: somebody else's time is already counted.
    pub one_after_another: Delay,
    /// By task, in order of creation, housekeeping left out.
    pub by_task: Vec<TaskSum>,
}

fn add(sum: &mut Delay, part: Delay) {
    sum.0 = sum.0.saturating_add(part.0);
}

impl Summary {
    /// The sums of a run as far as it is known. It looks at every span once: to be kept, not to be made for
    /// every frame.
    pub fn of(history: &History) -> Self {
        let model = history.latest();
        let own = model.tasks().filter(|task| !task.info.housekeeping);
        let by_task: Vec<TaskSum> = own.map(|task| sum_of(history, task)).collect();
        let mut one_after_another = Delay::ZERO;
        for sum in &by_task {
            add(&mut one_after_another, sum.running);
            add(&mut one_after_another, sum.own_waiting);
        }
        Self {
            elapsed: model.now().since(Moment::START),
            events: history.len(),
            tasks: by_task.len(),
            iterations: model.loops().iter().map(|each| u64::from(each.iteration)).sum(),
            one_after_another,
            by_task,
        }
    }
}

fn sum_of(history: &History, task: &Task) -> TaskSum {
    let mut sum = TaskSum {
        task: task.id(),
        steps: task.steps,
        running: Delay::ZERO,
        queued: Delay::ZERO,
        waiting: Delay::ZERO,
        own_waiting: Delay::ZERO,
    };
    let timeline = history.timeline();
    let Some(track) = timeline.track(TrackId::Task(task.id())) else { return sum };
    for (state, events) in timeline.states(track) {
        let length = history.at(events.end).since(history.at(events.start));
        match state {
            SpanState::Running | SpanState::Blocked => add(&mut sum.running, length),
            SpanState::Queued => add(&mut sum.queued, length),
            SpanState::Waiting => {
                add(&mut sum.waiting, length);
                if waits_by_itself(history, events.start) {
                    add(&mut sum.own_waiting, length);
                }
            }
            SpanState::Idle | SpanState::Over => {}
        }
    }
    sum
}

/// Whether a wait that begins with this event is for something that takes its time without another task.
fn waits_by_itself(history: &History, event: usize) -> bool {
    let Some(EventKind::StepEnded { outcome: StepOutcome::Waiting(Awaited::Future(future)), .. }) =
        history.event(event).map(|event| event.kind)
    else {
        return false;
    };
    let slot = history.latest().future(future);
    slot.is_some_and(|slot| matches!(slot.kind, FutureKind::Sleep | FutureKind::Pool))
}

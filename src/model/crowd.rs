//! What is known of many tasks together.

use std::collections::HashMap;
use std::hash::Hash;

use crate::event::{Awaited, FutureKind};
use crate::id::ChainId;
use crate::time::Moment;

use super::{Model, Task};

/// What a task of a crowd waits for, without saying which.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Awaiting {
    /// Another task's end.
    Task,
    /// A future of this kind.
    Future(FutureKind),
}

/// Many tasks at an instant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Crowd {
    /// How many tasks there are.
    pub count: usize,
    /// How many steps they had together.
    pub steps: u64,
    /// The fewest and the most steps that one of them had.
    pub steps_of_one: (u32, u32),
    /// When the first and the last of them were made.
    pub made: (Moment, Moment),
    /// What those that are suspended wait for, most first.
    pub awaiting: Vec<(Awaiting, usize)>,
    /// Where those that are suspended are, most first.
    pub places: Vec<(ChainId, usize)>,
}

impl Crowd {
    /// These tasks, at the instant of their model.
    #[must_use]
    pub fn of<'m>(model: &Model, tasks: impl IntoIterator<Item = &'m Task>) -> Self {
        let mut crowd =
            Self { steps_of_one: (u32::MAX, 0), made: (Moment(u64::MAX), Moment::START), ..Self::default() };
        let mut awaiting = HashMap::new();
        let mut places = HashMap::new();
        for task in tasks {
            crowd.count += 1;
            crowd.steps += u64::from(task.steps);
            crowd.steps_of_one = (crowd.steps_of_one.0.min(task.steps), crowd.steps_of_one.1.max(task.steps));
            crowd.made = (crowd.made.0.min(task.info.created), crowd.made.1.max(task.info.created));
            if !task.is_waiting() {
                continue;
            }
            if let Some(what) = awaiting_of(model, task) {
                *awaiting.entry(what).or_default() += 1;
            }
            if let Some(chain) = task.chain {
                *places.entry(chain).or_default() += 1;
            }
        }
        crowd.awaiting = most_first(awaiting, |what| match what {
            Awaiting::Task => 0,
            Awaiting::Future(kind) => 1 + kind as u32,
        });
        crowd.places = most_first(places, |chain: ChainId| chain.0);
        crowd
    }
}

fn awaiting_of(model: &Model, task: &Task) -> Option<Awaiting> {
    match task.awaits? {
        Awaited::Task(_) => Some(Awaiting::Task),
        Awaited::Future(future) => model.future(future).map(|slot| Awaiting::Future(slot.kind)),
    }
}

/// The most frequent first; of those as frequent, in the order of their numbers, so that it is always the same.
fn most_first<T: Copy + Eq + Hash>(counts: HashMap<T, usize>, number: impl Fn(T) -> u32) -> Vec<(T, usize)> {
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(what, count)| (std::cmp::Reverse(*count), number(*what)));
    counts
}

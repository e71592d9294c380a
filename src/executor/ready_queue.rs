//! The ready queue: handles that will run, in the order in which they were put there.

use std::collections::VecDeque;

use super::policy::Policy;

/// Handles that will run.
#[derive(Debug)]
pub(super) struct ReadyQueue<T> {
    queue: VecDeque<T>,
    policy: Policy,
}

impl<T> ReadyQueue<T> {
    /// An empty queue under `policy`.
    pub(super) fn new(policy: Policy) -> Self {
        Self { queue: VecDeque::new(), policy }
    }

    /// Puts a handle at the end.
    pub(super) fn push(&mut self, item: T) {
        self.queue.push_back(item);
    }

    /// Takes out the handle that the policy chooses among the first `batch`, the handles of the running
    /// iteration. The second part is the choice, where one was made.
    pub(super) fn take(&mut self, batch: usize) -> Option<(T, Option<usize>)> {
        let candidates = batch.min(self.queue.len());
        if candidates < 2 || !self.policy.decides() {
            return Some((self.queue.pop_front()?, None));
        }
        let choice = self.policy.choose(candidates);
        Some((self.queue.remove(choice)?, Some(choice)))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.queue.len()
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// Takes all of them out.
    pub(super) fn drain(&mut self) -> impl Iterator<Item = T> {
        std::mem::take(&mut self.queue).into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_in_first_out() {
        let mut queue = ReadyQueue::new(Policy::Fifo);
        (1..=3).for_each(|n| queue.push(n));
        assert_eq!(queue.take(3), Some((1, None)));
        assert_eq!(queue.take(2), Some((2, None)));
    }

    #[test]
    fn the_policy_chooses_within_the_iteration_only() {
        let mut queue = ReadyQueue::new(Policy::Scripted([1, 1].into()));
        (1..=4).for_each(|n| queue.push(n));
        assert_eq!(queue.take(2), Some((2, Some(1))));
        assert_eq!(queue.take(1), Some((1, None)), "one is left of this iteration: no choice");
    }
}

//! The timer heap: CPython's `heapq`, move for move.
//!
//! Timers with truly equal deadlines run in the order in which a binary heap gives them up, not in the order
//! in which they were set; `asyncio` compares deadlines alone. So the order is the algorithm's, and the
//! algorithm here is `heapq`'s: sift down to a leaf along the smaller child, then up again.

use crate::time::Moment;

/// Cancelled timers stay in the heap until they reach its top, unless they are more than this many …
/// (`asyncio.base_events._MIN_SCHEDULED_TIMER_HANDLES`)
const CLEAN_ABOVE: usize = 100;

/// A timer in the heap.
#[derive(Debug)]
struct Timer<T> {
    deadline: Moment,
    item: T,
}

/// Timers by deadline.
#[derive(Debug)]
pub(super) struct TimerHeap<T> {
    heap: Vec<Timer<T>>,
    cancelled: usize,
}

impl<T> Default for TimerHeap<T> {
    fn default() -> Self {
        Self { heap: Vec::new(), cancelled: 0 }
    }
}

impl<T> TimerHeap<T> {
    /// Puts a timer in (`heapq.heappush`).
    pub(super) fn push(&mut self, deadline: Moment, item: T) {
        self.heap.push(Timer { deadline, item });
        self.sift_towards_top(0, self.heap.len() - 1);
    }

    /// Takes the first timer out (`heapq.heappop`).
    pub(super) fn pop(&mut self) -> Option<(Moment, T)> {
        let last = self.heap.pop()?;
        if self.heap.is_empty() {
            return Some((last.deadline, last.item));
        }
        let first = std::mem::replace(&mut self.heap[0], last);
        self.sift_towards_leaf(0);
        Some((first.deadline, first.item))
    }

    /// The deadline of the first timer.
    pub(super) fn next_deadline(&self) -> Option<Moment> {
        self.heap.first().map(|timer| timer.deadline)
    }

    /// The first timer, if its deadline lies before `end`.
    pub(super) fn pop_before(&mut self, end: Moment) -> Option<(Moment, T)> {
        if self.next_deadline()? < end { self.pop() } else { None }
    }

    /// The latest deadline that is not after `limit`.
    pub(super) fn last_until(&self, limit: Moment) -> Option<Moment> {
        // A child is never due before its parent, so only what is due is visited.
        let mut latest = None;
        let mut open = vec![0];
        while let Some(at) = open.pop() {
            if let Some(timer) = self.heap.get(at).filter(|timer| timer.deadline <= limit) {
                latest = latest.max(Some(timer.deadline));
                open.extend([2 * at + 1, 2 * at + 2]);
            }
        }
        latest
    }

    /// A timer in the heap was cancelled; it is dropped later, by [`Self::drop_cancelled`].
    pub(super) fn note_cancelled(&mut self) {
        self.cancelled += 1;
    }

    /// Drops cancelled timers where `asyncio` does: those at the top, or all once they are the majority of
    /// more than a hundred.
    pub(super) fn drop_cancelled(&mut self, is_cancelled: impl Fn(&T) -> bool) {
        if self.cancelled == 0 {
            return;
        }
        if self.heap.len() > CLEAN_ABOVE && self.cancelled * 2 > self.heap.len() {
            self.heap.retain(|timer| !is_cancelled(&timer.item));
            self.cancelled = 0;
            for at in (0..self.heap.len() / 2).rev() {
                self.sift_towards_leaf(at);
            }
        } else {
            while self.heap.first().is_some_and(|timer| is_cancelled(&timer.item)) {
                self.pop();
                self.cancelled = self.cancelled.saturating_sub(1);
            }
        }
    }

    /// Takes all timers out, in no particular order.
    pub(super) fn drain(&mut self) -> impl Iterator<Item = T> {
        self.cancelled = 0;
        std::mem::take(&mut self.heap).into_iter().map(|timer| timer.item)
    }

    /// `heapq._siftdown`: from `at` towards the top, not beyond `top`.
    fn sift_towards_top(&mut self, top: usize, mut at: usize) {
        while at > top {
            let parent = (at - 1) / 2;
            if self.heap[at].deadline >= self.heap[parent].deadline {
                break;
            }
            self.heap.swap(at, parent);
            at = parent;
        }
    }

    /// `heapq._siftup`: from `top` all the way to a leaf along the smaller child, then up to where it belongs.
    fn sift_towards_leaf(&mut self, top: usize) {
        let mut at = top;
        let mut child = 2 * at + 1;
        while child < self.heap.len() {
            let right = child + 1;
            if right < self.heap.len() && self.heap[child].deadline >= self.heap[right].deadline {
                child = right;
            }
            self.heap.swap(at, child);
            at = child;
            child = 2 * at + 1;
        }
        self.sift_towards_top(top, at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(items: impl IntoIterator<Item = (u64, char)>) -> String {
        let mut heap = TimerHeap::default();
        for (deadline, item) in items {
            heap.push(Moment(deadline), item);
        }
        std::iter::from_fn(|| heap.pop().map(|timer| timer.1)).collect()
    }

    /// Seen under CPython 3.11: eight callbacks with the same `when`.
    #[test]
    fn equal_deadlines_run_in_heapq_order() {
        assert_eq!(order(('A'..='H').map(|item| (7, item))), "ACGFHEBD");
    }

    #[test]
    fn different_deadlines_run_in_order() {
        assert_eq!(order([(3, 'c'), (1, 'a'), (2, 'b'), (4, 'd')]), "abcd");
    }

    #[test]
    fn cancelled_timers_leave_from_the_top_or_in_a_clean_sweep() {
        let mut heap = TimerHeap::default();
        for n in 0..150_u64 {
            heap.push(Moment(n), n);
        }
        for _ in 0..2 {
            heap.note_cancelled();
        }
        heap.drop_cancelled(|&n| n == 0 || n == 5);
        assert_eq!(heap.heap.len(), 149, "5 is not at the top");
        for _ in 0..90 {
            heap.note_cancelled();
        }
        heap.drop_cancelled(|&n| n < 91);
        assert_eq!((heap.heap.len(), heap.next_deadline()), (59, Some(Moment(91))));
    }

    #[test]
    fn the_latest_due_deadline_is_found() {
        let mut heap = TimerHeap::default();
        for deadline in [50, 10, 30, 20, 40] {
            heap.push(Moment(deadline), ());
        }
        assert_eq!(heap.last_until(Moment(35)), Some(Moment(30)));
        assert_eq!(heap.last_until(Moment(5)), None);
    }
}

//! The virtual threads of a run: who runs, who could, and who waits until when.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar};

use super::Wake;
use crate::id::ThreadId;
use crate::time::Moment;

/// All threads of a run.
#[derive(Debug)]
pub(super) struct Threads {
    /// By id.
    pub(super) table: Vec<Thread>,
    /// Unparked threads, first come first served.
    pub(super) runnable: VecDeque<ThreadId>,
    pub(super) running: ThreadId,
}

/// What is known of one.
#[derive(Debug)]
pub(super) struct Thread {
    pub(super) state: ThreadState,
    /// Why it left its last park.
    pub(super) wake: Wake,
    /// Kept while another thread has the baton.
    pub(super) place: u64,
    pub(super) cause: u64,
    pub(super) baton: Arc<Condvar>,
}

/// What it is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ThreadState {
    Running,
    /// Unparked, or new.
    Runnable,
    Parked {
        until: Option<Moment>,
    },
    Gone,
}

impl Thread {
    pub(super) fn new(state: ThreadState, place: u64) -> Self {
        Self { state, wake: Wake::Unparked, place, cause: 0, baton: Arc::default() }
    }
}

impl Threads {
    /// One thread, which runs.
    pub(super) fn with(main: ThreadId, thread: Thread) -> Self {
        Self { table: vec![thread], runnable: VecDeque::new(), running: main }
    }

    /// Makes every thread runnable whose deadline has passed while another was running, the earliest first.
    pub(super) fn wake_due(&mut self, now: Moment) {
        let deadline = |thread: &Thread| match thread.state {
            ThreadState::Parked { until: Some(until) } if until <= now => Some(until),
            _ => None,
        };
        let mut due: Vec<_> = self
            .table
            .iter()
            .enumerate()
            .filter_map(|(index, thread)| Some((deadline(thread)?, index)))
            .collect();
        due.sort_unstable();
        for (_, index) in due {
            self.table[index].state = ThreadState::Runnable;
            self.table[index].wake = Wake::Due;
            self.runnable.push_back(ThreadId(index as u32 + 1));
        }
    }

    pub(super) fn next_deadline(&self) -> Option<Moment> {
        let deadline = |thread: &Thread| match thread.state {
            ThreadState::Parked { until } => until,
            _ => None,
        };
        self.table.iter().filter_map(deadline).min()
    }
}

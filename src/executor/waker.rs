//! Wakers: how a future that was not ready gets its task back onto the ready queue.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Wake, Waker};

use super::core::{Callback, Core};
use super::instrument;
use super::scheduler::Scheduler;
use crate::event::{FutureOutcome, Subject};
use crate::id::{FutureId, HandleId, TaskId};

/// What a handle of a Rust loop calls.
pub(super) enum Job {
    /// Resume the task.
    Step(Arc<TaskWaker>),
    /// A timer of [`sleep`](super::sleep).
    Call(Arc<Timer>),
    /// Stop the loop.
    Stop,
}

impl Callback for Job {
    fn is_cancelled(&self) -> bool {
        match self {
            // A task that ended while its handle was queued has nothing left to resume.
            Self::Step(waker) => waker.done.load(Relaxed),
            Self::Call(timer) => timer.state.load(Relaxed) == CANCELLED,
            Self::Stop => false,
        }
    }

    fn left_heap(&self) {
        if let Self::Call(timer) = self {
            timer.in_heap.store(false, Relaxed);
        }
    }
}

/// The waker of one task. However often it is called, at most one handle of the task is on the ready queue.
pub(super) struct TaskWaker {
    pub(super) task: TaskId,
    /// Where the task is kept.
    pub(super) key: usize,
    pub(super) core: Arc<Core<Job>>,
    /// A handle is on the ready queue.
    pub(super) scheduled: AtomicBool,
    pub(super) done: AtomicBool,
    /// `cancel` was called, and the next step ends the task.
    pub(super) cancelled: AtomicBool,
    /// The number that stands for a future which is not ours and which the task awaits; 0 for none.
    pub(super) foreign: AtomicU32,
}

impl TaskWaker {
    /// Puts the task on the ready queue, unless it is there or has ended.
    pub(super) fn schedule(self: &Arc<Self>) {
        if !self.done.load(Relaxed) && !self.scheduled.swap(true, Relaxed) {
            self.core.schedule(Subject::Step(self.task), Job::Step(Arc::clone(self)));
            self.core.wake();
        }
    }
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        Self::wake_by_ref(&self);
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let foreign = self.foreign.swap(0, Relaxed);
        if foreign != 0 && instrument::enabled() {
            let outcome = FutureOutcome::Result("None".into());
            instrument::future_resolved(self.core.scheduler(), FutureId(foreign), &outcome);
        }
        self.schedule();
    }
}

/// A timer has not fired.
pub(super) const SET: u32 = 0;
/// A timer has fired.
pub(super) const FIRED: u32 = 1;
/// A timer will never fire.
pub(super) const CANCELLED: u32 = 2;

/// A timer of [`sleep`](super::sleep); shared by the future and the heap.
pub(super) struct Timer {
    pub(super) future: FutureId,
    pub(super) state: AtomicU32,
    pub(super) in_heap: AtomicBool,
    pub(super) handle: AtomicU32,
    pub(super) waker: Mutex<Option<Waker>>,
}

impl Timer {
    pub(super) fn new(future: FutureId, waker: Waker) -> Self {
        Self {
            future,
            state: AtomicU32::new(SET),
            in_heap: AtomicBool::new(true),
            handle: AtomicU32::new(0),
            waker: Mutex::new(Some(waker)),
        }
    }

    /// Whoever polled last is woken.
    pub(super) fn set_waker(&self, waker: &Waker) {
        let replaced = self.waker.lock().unwrap_or_else(PoisonError::into_inner).replace(waker.clone());
        drop(replaced);
    }

    /// The deadline came: resolves the future, which wakes its task.
    pub(super) fn fire(&self, scheduler: &Scheduler) {
        self.state.store(FIRED, Relaxed);
        if instrument::enabled() {
            instrument::future_resolved(scheduler, self.future, &FutureOutcome::Result("None".into()));
        }
        // The lock is given up before the waker is called: it may do anything.
        let waker = self.waker.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Nobody waits for it any more.
    pub(super) fn cancel(&self, core: &Core<Job>) {
        if self.state.compare_exchange(SET, CANCELLED, Relaxed, Relaxed).is_ok() && self.in_heap.load(Relaxed)
        {
            core.timer_cancelled(HandleId(self.handle.load(Relaxed)));
        }
    }
}

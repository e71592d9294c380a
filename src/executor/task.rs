//! Tasks: Rust futures scheduled on the loop.
//!
//! ```text
//!  spawn ──► ready queue ──► step: poll ──Pending──► waits; its waker puts it back ──┐
//!                  ▲              │                                                  │
//!                  │              └──Ready, panic or cancelled──► result; joiners wake
//!                  └─────────────────────────────────────────────────────────────────┘
//! ```

use std::any::{TypeId, type_name};
use std::cell::Cell;
use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::task::{Context, Poll, Waker};

use super::waker::TaskWaker;
use super::{Inner, current, instrument};
use crate::event::{Awaited, Cause, FutureKind, Owner, StepOutcome};
use crate::id::{FutureId, HandleId, LocationId, TaskId};

/// A task as the executor keeps it. The future is away while it is polled.
pub(super) struct Task {
    future: Option<Pin<Box<dyn Root>>>,
    waker: Waker,
    steps: u32,
}

/// A task's future with the slot for its result, behind one pointer.
trait Root {
    /// Polls the future; a result goes to the slot, and joiners are woken.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()>;
    /// Ends the task without a result.
    fn fail(self: Pin<&mut Self>, error: JoinError);
    /// What the task returned, to be shown.
    fn shown(&self) -> Box<str>;
}

struct Spawned<F: Future> {
    /// Gone once the task has ended: what it owns is dropped within its last step.
    future: Option<Pin<Box<F>>>,
    slot: Rc<Slot<F::Output>>,
}

/// Where a task leaves its result, and who waits for it.
struct Slot<T> {
    result: Cell<Option<Result<T, JoinError>>>,
    finished: Cell<bool>,
    waiter: Cell<Option<Waker>>,
    when_done: Cell<Option<Box<dyn FnOnce()>>>,
}

impl<T> Slot<T> {
    fn fill(&self, result: Result<T, JoinError>) {
        self.result.set(Some(result));
        self.finished.set(true);
        if let Some(waiter) = self.waiter.take() {
            waiter.wake();
        }
        if let Some(when_done) = self.when_done.take() {
            when_done();
        }
    }
}

impl<F: Future> Root for Spawned<F>
where
    F::Output: 'static,
{
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let Some(future) = &mut self.future else { return Poll::Ready(()) };
        let output = std::task::ready!(future.as_mut().poll(context));
        self.future = None;
        self.slot.fill(Ok(output));
        Poll::Ready(())
    }

    fn fail(mut self: Pin<&mut Self>, error: JoinError) {
        self.future = None;
        self.slot.fill(Err(error));
    }

    fn shown(&self) -> Box<str> {
        // Results need not be printable; their type always is.
        if TypeId::of::<F::Output>() == TypeId::of::<()>() {
            "()".into()
        } else {
            format!("<{}>", type_name::<F::Output>()).into()
        }
    }
}

/// Why a task has no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JoinError {
    /// It was cancelled.
    #[error("the task was cancelled")]
    Cancelled,
    /// It panicked.
    #[error("the task panicked")]
    Panicked,
}

/// The other end of a task: awaits its result, cancels it. Dropping it lets the task run on.
pub struct JoinHandle<T> {
    waker: Arc<TaskWaker>,
    slot: Rc<Slot<T>>,
    awaited_at: Option<LocationId>,
}

impl<T> JoinHandle<T> {
    /// The task's number.
    #[must_use]
    pub fn id(&self) -> TaskId {
        self.waker.task
    }

    /// Whether the task has ended.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.slot.finished.get()
    }

    /// Asks the task to end: instead of its next step its future is dropped. Says whether it was still alive.
    #[track_caller]
    pub fn cancel(&self) -> bool {
        if self.is_finished() {
            return false;
        }
        let scheduler = self.waker.core.scheduler();
        if instrument::enabled() {
            let place = Location::caller();
            let location = scheduler.names().location(place.file(), place.line(), None, Owner::Program);
            instrument::cancel_requested(scheduler, self.waker.task, Some(location), None);
        }
        self.waker.cancelled.store(true, Relaxed);
        self.waker.schedule();
        true
    }

    pub(super) fn when_done(&self, call: impl FnOnce() + 'static) {
        self.slot.when_done.set(Some(Box::new(call)));
    }

    pub(super) fn take_result(&self) -> Option<Result<T, JoinError>> {
        self.slot.result.take()
    }
}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(result) = self.slot.result.take() {
            return Poll::Ready(result);
        }
        self.slot.waiter.set(Some(context.waker().clone()));
        current().awaiting.set(Some((Awaited::Task(self.waker.task), self.awaited_at)));
        Poll::Pending
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("JoinHandle").field(&self.waker.task).finish()
    }
}

/// Starts a task; its first step comes in the next iteration.
///
/// # Panics
/// Outside a future that an [`Executor`](super::Executor) runs.
#[track_caller]
pub fn spawn<F: Future + 'static>(future: F) -> JoinHandle<F::Output> {
    spawn_on(&current(), future, None, Location::caller())
}

/// Starts a task with a name of its own.
///
/// # Panics
/// Outside a future that an [`Executor`](super::Executor) runs.
#[track_caller]
pub fn spawn_named<F: Future + 'static>(name: &str, future: F) -> JoinHandle<F::Output> {
    spawn_on(&current(), future, Some(name), Location::caller())
}

pub(super) fn spawn_on<F: Future + 'static>(
    inner: &Rc<Inner>,
    future: F,
    name: Option<&str>,
    place: &Location<'_>,
) -> JoinHandle<F::Output> {
    let scheduler = inner.core.scheduler();
    let id = TaskId(scheduler.ids().tasks.next());
    let mut location = None;
    if instrument::enabled() {
        location = inner.place(place);
        let coroutine = scheduler.names().text(function_name(type_name::<F>()));
        instrument::task_created(scheduler, id, name, coroutine, location, false);
    }
    let slot = Rc::new(Slot {
        result: Cell::new(None),
        finished: Cell::new(false),
        waiter: Cell::new(None),
        when_done: Cell::new(None),
    });
    let root = Box::pin(Spawned { future: Some(Box::pin(future)), slot: Rc::clone(&slot) });
    let mut tasks = inner.tasks.borrow_mut();
    let entry = tasks.vacant_entry();
    let waker = Arc::new(TaskWaker {
        task: id,
        key: entry.key(),
        core: Arc::clone(&inner.core),
        scheduled: AtomicBool::new(false),
        done: AtomicBool::new(false),
        cancelled: AtomicBool::new(false),
        foreign: AtomicU32::new(0),
    });
    entry.insert(Task { future: Some(root), waker: Waker::from(Arc::clone(&waker)), steps: 0 });
    drop(tasks);
    waker.schedule();
    JoinHandle { waker, slot, awaited_at: location }
}

/// `crate::module::work::{{closure}}` is the future of `work`.
fn function_name(type_name: &str) -> &str {
    let name = type_name.trim_end_matches("::{{closure}}");
    let bare = name.split('<').next().unwrap_or(name);
    bare.rsplit("::").next().unwrap_or(bare)
}

/// One step of a task: from where it resumes to where it suspends or ends.
pub(super) fn step(inner: &Rc<Inner>, handle_of: &Arc<TaskWaker>, handle: HandleId) {
    handle_of.scheduled.store(false, Relaxed);
    handle_of.foreign.store(0, Relaxed);
    let taken = inner.tasks.borrow_mut().get_mut(handle_of.key).and_then(|task| {
        task.steps += 1;
        Some((task.future.take()?, task.waker.clone(), task.steps))
    });
    let Some((mut future, waker, n)) = taken else { return };
    let scheduler = inner.core.scheduler();
    instrument::step_started(scheduler, handle_of.task, Some(handle), n);
    let before = scheduler.set_cause(Cause::Task(handle_of.task));
    inner.awaiting.set(None);
    let end = poll(handle_of, &mut future, &waker);
    match end {
        None => suspend(inner, handle_of, future),
        Some(outcome) => {
            handle_of.done.store(true, Relaxed);
            drop(inner.tasks.borrow_mut().remove(handle_of.key));
            instrument::step_ended(scheduler, handle_of.task, &outcome, None);
        }
    }
    scheduler.set_cause(before);
}

/// Polls the future, or drops it where the task was cancelled; says how the task ended, if it did.
fn poll(task: &TaskWaker, future: &mut Pin<Box<dyn Root>>, waker: &Waker) -> Option<StepOutcome> {
    if task.cancelled.load(Relaxed) {
        future.as_mut().fail(JoinError::Cancelled);
        return Some(StepOutcome::Cancelled);
    }
    let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(&mut Context::from_waker(waker))));
    match polled {
        Ok(Poll::Pending) => None,
        Ok(Poll::Ready(())) => {
            let shown = if instrument::enabled() { future.shown() } else { Box::default() };
            Some(StepOutcome::Returned(shown))
        }
        Err(panic) => {
            future.as_mut().fail(JoinError::Panicked);
            let text = panic.downcast_ref::<&str>().map_or_else(
                || panic.downcast_ref::<String>().cloned().unwrap_or_default(),
                |text| (*text).to_owned(),
            );
            Some(StepOutcome::Raised { exception: "panic".into(), text: text.into() })
        }
    }
}

/// Puts the future back, and says what the task waits for.
fn suspend(inner: &Rc<Inner>, task: &TaskWaker, future: Pin<Box<dyn Root>>) {
    if let Some(entry) = inner.tasks.borrow_mut().get_mut(task.key) {
        entry.future = Some(future);
    }
    if !instrument::enabled() {
        return;
    }
    let scheduler = inner.core.scheduler();
    let (outcome, location) = match inner.awaiting.take() {
        Some((awaited, location)) => (StepOutcome::Waiting(awaited), location),
        None if task.scheduled.load(Relaxed) => (StepOutcome::Yielded, None),
        None => {
            // A future of somebody else's: it gets a number, and whoever calls the waker resolves it.
            let future = FutureId(scheduler.ids().futures.next());
            instrument::future_created(scheduler, future, FutureKind::Plain, None);
            task.foreign.store(future.0, Relaxed);
            (StepOutcome::Waiting(Awaited::Future(future)), None)
        }
    };
    let chain = location.map(|location| scheduler.names().chain(&[location]));
    instrument::step_ended(scheduler, task.task, &outcome, chain);
}

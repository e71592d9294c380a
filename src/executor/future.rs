//! The futures that the executor brings along: sleeping, yielding, and a slot for a result.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use super::core::Core;
use super::waker::{FIRED, Job, Timer};
use super::{current, instrument};
use crate::event::{Awaited, FutureKind, FutureOutcome, Subject};
use crate::id::{FutureId, LocationId, TextId};
use crate::time::Delay;

/// Waits for `delay` of the run's time. No delay at all just yields once, as in asyncio.
#[track_caller]
pub fn sleep(delay: Duration) -> Sleep {
    Sleep { delay: delay.into(), place: Location::caller(), state: SleepState::New }
}

/// The future of [`sleep`].
pub struct Sleep {
    delay: Delay,
    place: &'static Location<'static>,
    state: SleepState,
}

enum SleepState {
    New,
    Yielded,
    Set { timer: Arc<Timer>, core: Arc<Core<Job>>, location: Option<LocationId> },
    Done,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        match &self.state {
            SleepState::New if self.delay == Delay::ZERO => {
                self.state = SleepState::Yielded;
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            SleepState::New => self.start(context.waker()),
            SleepState::Yielded | SleepState::Done => return Poll::Ready(()),
            SleepState::Set { timer, location, .. } => {
                if timer.state.load(Relaxed) == FIRED {
                    self.state = SleepState::Done;
                    return Poll::Ready(());
                }
                timer.set_waker(context.waker());
                current().awaiting.set(Some((Awaited::Future(timer.future), *location)));
            }
        }
        Poll::Pending
    }
}

impl Sleep {
    fn start(&mut self, waker: &Waker) {
        let inner = current();
        let scheduler = inner.core.scheduler();
        let future = FutureId(scheduler.ids().futures.next());
        let location = inner.place(self.place);
        instrument::future_created(scheduler, future, FutureKind::Sleep, location);
        let timer = Arc::new(Timer::new(future, waker.clone()));
        let name = if instrument::enabled() { scheduler.names().text("resolve sleep") } else { TextId(0) };
        let deadline = scheduler.clock().read() + self.delay;
        let job = Job::Call(Arc::clone(&timer));
        let handle = inner.core.schedule_at(deadline, Some(self.delay), Subject::Callback(name), job);
        timer.handle.store(handle.0, Relaxed);
        inner.awaiting.set(Some((Awaited::Future(future), location)));
        self.state = SleepState::Set { timer, core: Arc::clone(&inner.core), location };
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let SleepState::Set { timer, core, .. } = &self.state {
            timer.cancel(core);
        }
    }
}

impl fmt::Debug for Sleep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sleep").field("delay", &self.delay).finish_non_exhaustive()
    }
}

/// Lets every other ready task have a step first.
pub fn yield_now() -> YieldNow {
    YieldNow { yielded: false }
}

/// The future of [`yield_now`].
#[derive(Debug)]
pub struct YieldNow {
    yielded: bool,
}

impl Future for YieldNow {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.yielded {
            return Poll::Ready(());
        }
        self.yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

/// A slot for a result, and the promise to fill it.
///
/// # Panics
/// Outside a future that an [`Executor`](super::Executor) runs.
#[track_caller]
pub fn promise<T>() -> (Promise<T>, Promised<T>) {
    let inner = current();
    let scheduler = inner.core.scheduler();
    let id = FutureId(scheduler.ids().futures.next());
    let location = inner.place(Location::caller());
    instrument::future_created(scheduler, id, FutureKind::Plain, location);
    let slot = Rc::new(PromiseSlot { id, result: RefCell::new(None), waiter: Cell::new(None) });
    (Promise { slot: Some(Rc::clone(&slot)) }, Promised { slot, location })
}

struct PromiseSlot<T> {
    id: FutureId,
    result: RefCell<Option<Result<T, Abandoned>>>,
    waiter: Cell<Option<Waker>>,
}

/// The promise was dropped, so the result will never come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the promise was dropped without a result")]
pub struct Abandoned;

/// Fills a [`Promised`] future.
pub struct Promise<T> {
    slot: Option<Rc<PromiseSlot<T>>>,
}

impl<T> Promise<T> {
    /// Gives the result; whoever awaits it resumes in the next iteration.
    pub fn set(mut self, result: T) {
        if let Some(slot) = self.slot.take() {
            resolve(&slot, Ok(result));
        }
    }
}

impl<T> Drop for Promise<T> {
    fn drop(&mut self) {
        if let Some(slot) = self.slot.take() {
            resolve(&slot, Err(Abandoned));
        }
    }
}

impl<T> fmt::Debug for Promise<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Promise").field(&self.slot.as_ref().map(|slot| slot.id)).finish()
    }
}

fn resolve<T>(slot: &PromiseSlot<T>, result: Result<T, Abandoned>) {
    if instrument::enabled() {
        let outcome = match &result {
            Ok(_) => FutureOutcome::Result(format!("<{}>", std::any::type_name::<T>()).into()),
            Err(_) => FutureOutcome::Cancelled,
        };
        // Dropped after its loop, there is nobody left to tell.
        super::CURRENT.with_borrow(|current| {
            if let Some(inner) = current {
                instrument::future_resolved(inner.core.scheduler(), slot.id, &outcome);
            }
        });
    }
    *slot.result.borrow_mut() = Some(result);
    if let Some(waiter) = slot.waiter.take() {
        waiter.wake();
    }
}

/// A slot for a result that somebody promised.
pub struct Promised<T> {
    slot: Rc<PromiseSlot<T>>,
    location: Option<LocationId>,
}

impl<T> Future for Promised<T> {
    type Output = Result<T, Abandoned>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(result) = self.slot.result.borrow_mut().take() {
            return Poll::Ready(result);
        }
        self.slot.waiter.set(Some(context.waker().clone()));
        current().awaiting.set(Some((Awaited::Future(self.slot.id), self.location)));
        Poll::Pending
    }
}

impl<T> fmt::Debug for Promised<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Promised").field(&self.slot.id).finish()
    }
}

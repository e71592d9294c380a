//! The event loop itself: ready queue, timers and the iteration, for handles of any kind.
//!
//! Rust futures and Python callbacks run on the same core; what a handle *does* is its driver's business.
//! The phases of an iteration stand in [`Core::run_once`], in asyncio's documented order.
//!
//! ```text
//!  schedule ─────────────────────────────► ready queue ──take──► Driver::run ──┐
//!  schedule_at ──► timer heap ──move due──────┘  ▲                             │
//!                      └─cancelled: dropped      └── what handles schedule ◄───┘
//!                                                    waits for the next iteration
//! ```

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::instrument;
use super::policy::Policy;
use super::ready_queue::ReadyQueue;
use super::scheduler::{Deadlock, Scheduler, Wake};
use super::timers::TimerHeap;
use crate::event::{ClockKind, Subject};
use crate::id::{HandleId, LoopId, ThreadId};
use crate::time::{Delay, Moment};

/// Two instants nearer than this are the same to a loop (`time.get_clock_info('monotonic').resolution`).
const RESOLUTION: Delay = Delay(1);

/// What CPython's loop waits in: `epoll` counts milliseconds, and `select` rounds up to them. So timers that
/// become due within the rest of a millisecond are moved in one iteration.
const POLL_UNIT: u64 = 1_000_000;

/// What a handle calls when it runs.
pub trait Callback {
    /// Whether it was cancelled; a cancelled one is passed over.
    fn is_cancelled(&self) -> bool;

    /// It left the timer heap for the ready queue: cancelling it no longer concerns the heap.
    fn left_heap(&self) {}
}

/// A callback on its way to being run once.
#[derive(Debug)]
pub struct Handle<C> {
    /// Its number.
    pub id: HandleId,
    /// What it will do.
    pub what: Subject,
    /// What it calls.
    pub callback: C,
}

/// Runs handles.
pub trait Driver<C> {
    /// Why the loop must stop at once.
    type Error;

    /// Runs one handle to its end.
    ///
    /// # Errors
    /// What must end the loop; an ordinary failure of a callback is the driver's to report.
    fn run(&mut self, handle: Handle<C>) -> Result<(), Self::Error>;

    /// Looks for signals; called now and then while a real clock waits.
    ///
    /// # Errors
    /// What a signal's handler raised.
    fn poll_signals(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// Why an iteration did not come to its end.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Interrupted<E> {
    /// Nothing is ready, no timer is set, no other thread can run.
    #[error(transparent)]
    Deadlock(#[from] Deadlock),
    /// The run was asked to stop.
    #[error("the run was asked to stop")]
    Stopped,
    /// The driver said so.
    #[error("a handle ended the loop")]
    Driver(E),
}

/// The core of one event loop.
#[derive(Debug)]
pub struct Core<C> {
    id: LoopId,
    scheduler: Arc<Scheduler>,
    queues: Mutex<Queues<C>>,
    iterations: AtomicU32,
    /// The thread parked in [`Core::run_once`], 0 for none.
    parked: AtomicU32,
}

#[derive(Debug)]
struct Queues<C> {
    ready: ReadyQueue<Handle<C>>,
    timers: TimerHeap<Handle<C>>,
}

impl<C: Callback> Core<C> {
    /// An empty loop of the run.
    pub fn new(scheduler: Arc<Scheduler>, policy: Policy) -> Self {
        let id = LoopId(scheduler.ids().loops.next());
        let queues = Queues { ready: ReadyQueue::new(policy), timers: TimerHeap::default() };
        Self {
            id,
            scheduler,
            queues: Mutex::new(queues),
            iterations: AtomicU32::new(0),
            parked: AtomicU32::new(0),
        }
    }

    /// The loop's number.
    pub const fn id(&self) -> LoopId {
        self.id
    }

    /// The run that the loop belongs to.
    pub const fn scheduler(&self) -> &Arc<Scheduler> {
        &self.scheduler
    }

    fn lock(&self) -> MutexGuard<'_, Queues<C>> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a callback on the ready queue (`call_soon`).
    pub fn schedule(&self, what: Subject, callback: C) -> HandleId {
        let id = HandleId(self.scheduler.ids().handles.next());
        instrument::handle_scheduled(&self.scheduler, id, what);
        self.lock().ready.push(Handle { id, what, callback });
        id
    }

    /// Wakes the loop if it waits (`call_soon_threadsafe`): what another thread schedules without this runs when
    /// the loop comes round by itself, as under CPython.
    pub fn wake(&self) {
        let parked = self.parked.load(Relaxed);
        if parked != 0 {
            self.scheduler.unpark(ThreadId(parked));
        }
    }

    /// Puts a callback into the timer heap (`call_at`). `delay` is what was asked for, if that was a delay.
    pub fn schedule_at(
        &self,
        deadline: Moment,
        delay: Option<Delay>,
        what: Subject,
        callback: C,
    ) -> HandleId {
        let id = HandleId(self.scheduler.ids().handles.next());
        instrument::timer_set(&self.scheduler, id, what, deadline, delay);
        self.lock().timers.push(deadline, Handle { id, what, callback });
        id
    }

    /// A timer of this loop was cancelled, and its callback now says so.
    pub fn timer_cancelled(&self, id: HandleId) {
        instrument::timer_cancelled(&self.scheduler, id);
        self.lock().timers.note_cancelled();
    }

    /// One turn of the loop.
    ///
    /// # Errors
    /// When it cannot go on: see [`Interrupted`].
    pub fn run_once<D: Driver<C>>(&self, driver: &mut D) -> Result<(), Interrupted<D::Error>> {
        if self.scheduler.stop_requested() {
            return Err(Interrupted::Stopped);
        }
        if self.scheduler.has_threads() {
            // A loop that never waits would keep the other threads from running.
            self.scheduler.spin();
        }
        self.drop_cancelled_timers();
        let waited = self.wait(driver)?;
        let moved = self.move_due_timers();
        let batch = self.begin_iteration(moved, waited);
        for left in (1..=batch).rev() {
            let Some(handle) = self.take_ready(left) else { break };
            if !handle.callback.is_cancelled() {
                driver.run(handle).map_err(Interrupted::Driver)?;
            }
        }
        Ok(())
    }

    fn drop_cancelled_timers(&self) {
        self.lock().timers.drop_cancelled(|handle| handle.callback.is_cancelled());
    }

    /// Waits, if nothing is ready, until something is or the next deadline has come.
    fn wait<D: Driver<C>>(&self, driver: &mut D) -> Result<Delay, Interrupted<D::Error>> {
        let before = self.scheduler.clock().look();
        let mut until = None;
        loop {
            {
                let queues = self.lock();
                if !queues.ready.is_empty() {
                    break;
                }
                if let Some(deadline) = queues.timers.next_deadline()
                    && until.is_none()
                {
                    let now = self.scheduler.clock().read();
                    if deadline <= now {
                        break;
                    }
                    until = Some(self.end_of_wait(&queues.timers, now, deadline));
                }
            }
            self.parked.store(self.scheduler.thread().0, Relaxed);
            let woken = self.scheduler.park(until);
            self.parked.store(0, Relaxed);
            match woken? {
                Wake::Early => driver.poll_signals().map_err(Interrupted::Driver)?,
                Wake::Due | Wake::Unparked => break,
            }
        }
        Ok(self.scheduler.clock().look().since(before))
    }

    /// The first deadline, or the last of those that CPython's wait of whole milliseconds would reach too.
    fn end_of_wait(&self, timers: &TimerHeap<Handle<C>>, now: Moment, deadline: Moment) -> Moment {
        if self.scheduler.clock().kind() == ClockKind::Real {
            return deadline;
        }
        let wait = deadline.since(now).0.next_multiple_of(POLL_UNIT);
        timers.last_until(now + Delay(wait)).unwrap_or(deadline)
    }

    fn move_due_timers(&self) -> usize {
        let end = self.scheduler.clock().read() + RESOLUTION;
        let mut queues = self.lock();
        let mut moved = 0;
        while let Some((_, handle)) = queues.timers.pop_before(end) {
            instrument::timer_moved(&self.scheduler, handle.id);
            handle.callback.left_heap();
            queues.ready.push(handle);
            moved += 1;
        }
        moved
    }

    fn begin_iteration(&self, moved: usize, waited: Delay) -> usize {
        let n = self.iterations.fetch_add(1, Relaxed) + 1;
        let ready = self.lock().ready.len();
        instrument::iteration(&self.scheduler, n, ready, moved, waited);
        ready
    }

    fn take_ready(&self, left: usize) -> Option<Handle<C>> {
        let (handle, choice) = self.lock().ready.take(left)?;
        self.scheduler.clock().disturb();
        if let Some(choice) = choice {
            instrument::decision(&self.scheduler, left, choice);
        }
        Some(handle)
    }

    /// Takes out everything that was to run, to be dropped by the caller: a callback's last owner may do
    /// anything in its destructor, so the loop must not be locked then.
    pub fn clear(&self) -> Vec<Handle<C>> {
        let mut queues = self.lock();
        let mut handles: Vec<_> = queues.ready.drain().collect();
        handles.extend(queues.timers.drain());
        handles
    }
}

//! The executor: an event loop in asyncio's image, for Rust futures and, through [`core`], for Python.
//!
//! ```
//! use loopscope::executor::{Executor, sleep, spawn};
//! use std::time::Duration;
//!
//! let executor = Executor::new();
//! let sum = executor.block_on(async {
//!     let two = spawn(async { sleep(Duration::from_secs(2)).await; 2 });
//!     let three = spawn(async { sleep(Duration::from_secs(3)).await; 3 });
//!     two.await.unwrap() + three.await.unwrap()
//! });
//! assert_eq!(sum.unwrap(), 5);
//! assert_eq!(executor.now().to_string(), "3.000"); // virtual seconds: nobody waited
//! ```
//!
//! One thread, no `Send` asked of futures, real [`Waker`](std::task::Waker)s. Time is virtual unless a real
//! clock is asked for: when nothing is ready, the clock jumps to the next deadline. What a future awaits that
//! is not of this module works too, as long as its waker is called on this thread; what another thread of the
//! machine would do later is outside virtual time, and a run that waits for nothing else ends as a deadlock.
//!
//! Everything that happens is told to `tracing`; see [`instrument`].

pub mod clock;
pub mod core;
mod future;
pub mod instrument;
pub mod policy;
mod ready_queue;
pub mod scheduler;
mod task;
mod timers;
mod waker;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;
use std::sync::Arc;

use slab::Slab;

use self::core::{Core, Driver, Handle, Interrupted};
use self::policy::Policy;
use self::scheduler::Scheduler;
use self::task::{Task, spawn_on};
use self::waker::Job;
use crate::event::{Awaited, Cause, ClockKind, Owner, Stream, Subject};
use crate::id::LocationId;
use crate::time::Moment;

pub use self::future::{Abandoned, Promise, Promised, Sleep, YieldNow, promise, sleep, yield_now};
pub use self::task::{JoinError, JoinHandle, spawn, spawn_named};

/// An event loop for Rust futures.
pub struct Executor {
    inner: Rc<Inner>,
}

/// What tasks, futures and the loop share.
struct Inner {
    core: Arc<Core<Job>>,
    tasks: RefCell<Slab<Task>>,
    /// What the running step last began to wait for, and where; set by the futures of this module.
    awaiting: Cell<Option<(Awaited, Option<LocationId>)>>,
    stopped: Cell<bool>,
    stdout: Cell<Stdout>,
}

/// Where the output of [`print!`](crate::print) goes besides the trace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stdout {
    /// To the process's standard output.
    Process,
    /// Nowhere: a player shows it.
    Captured,
}

/// Why [`Executor::block_on`] could not run its future to the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RunError {
    /// The future waits for something that nobody is left to bring about.
    #[error("deadlock: nothing is ready and no timer is set, so nobody can wake the tasks that still wait")]
    Deadlock,
    /// Whoever watched the run asked it to stop.
    #[error("the run was stopped")]
    Stopped,
    /// The future panicked.
    #[error("the main task panicked: {0}")]
    Panicked(&'static str),
}

thread_local! {
    static CURRENT: RefCell<Option<Rc<Inner>>> = const { RefCell::new(None) };
}

/// The executor that runs on this thread.
///
/// # Panics
/// Outside [`Executor::block_on`].
#[track_caller]
fn current() -> Rc<Inner> {
    CURRENT.with_borrow(Clone::clone).expect("this works only inside a future that an Executor runs")
}

impl Default for Executor {
    fn default() -> Self {
        Self::new()
    }
}

impl Executor {
    /// An executor in virtual time, first in first out.
    #[must_use]
    pub fn new() -> Self {
        Self::with(ClockKind::Virtual, Policy::Fifo)
    }

    /// An executor with this clock and this scheduling policy.
    #[must_use]
    pub fn with(clock: ClockKind, policy: Policy) -> Self {
        let core = Arc::new(Core::new(Scheduler::new(clock), policy));
        Self {
            inner: Rc::new(Inner {
                core,
                tasks: RefCell::default(),
                awaiting: Cell::new(None),
                stopped: Cell::new(false),
                stdout: Cell::new(Stdout::Process),
            }),
        }
    }

    /// The scheduler of the run: its clock, its threads, its numbers.
    #[must_use]
    pub fn scheduler(&self) -> &Arc<Scheduler> {
        self.inner.core.scheduler()
    }

    /// The time, without moving the clock.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.scheduler().clock().look()
    }

    /// Where printed text goes besides the trace.
    pub fn set_stdout(&self, stdout: Stdout) {
        self.inner.stdout.set(stdout);
    }

    /// Runs `main` as a task, and with it all others, until it ends. Tasks that are left over then stay where
    /// they are, and go on if this is called again.
    ///
    /// # Errors
    /// When `main` can never end, panicked, or the run was asked to stop.
    #[track_caller]
    pub fn block_on<F: Future + 'static>(&self, main: F) -> Result<F::Output, RunError> {
        let inner = &self.inner;
        let scheduler = inner.core.scheduler();
        let _current = Entered::new(Rc::clone(inner));
        let handle = spawn_on(inner, main, None, Location::caller());
        let core = Arc::clone(&inner.core);
        let stop = instrument::enabled().then(|| scheduler.names().text("stop"));
        handle.when_done(move || {
            core.schedule(Subject::Callback(stop.unwrap_or(crate::id::TextId(0))), Job::Stop);
        });
        let outer = scheduler.set_loop(Some(inner.core.id()));
        instrument::loop_started(scheduler);
        let ran = self.run_until_stopped();
        instrument::loop_stopped(scheduler);
        scheduler.set_loop(outer);
        ran?;
        match handle.take_result() {
            Some(Ok(output)) => Ok(output),
            Some(Err(JoinError::Panicked)) => Err(RunError::Panicked("see the message above")),
            Some(Err(JoinError::Cancelled)) | None => Err(RunError::Stopped),
        }
    }

    fn run_until_stopped(&self) -> Result<(), RunError> {
        let mut driver = Steps(&self.inner);
        self.inner.stopped.set(false);
        while !self.inner.stopped.get() {
            self.inner.core.run_once(&mut driver).map_err(|error| match error {
                Interrupted::Deadlock(_) => RunError::Deadlock,
                Interrupted::Stopped => RunError::Stopped,
                Interrupted::Driver(never) => match never {},
            })?;
        }
        Ok(())
    }
}

/// Futures may own handles to other tasks, so they are dropped one by one, with nothing borrowed.
impl Drop for Executor {
    fn drop(&mut self) {
        drop(self.inner.core.clear());
        let tasks = std::mem::take(&mut *self.inner.tasks.borrow_mut());
        drop(tasks);
    }
}

impl fmt::Debug for Executor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Executor").field("now", &self.now()).finish_non_exhaustive()
    }
}

/// Makes an executor current for a while.
struct Entered(Option<Rc<Inner>>);

impl Entered {
    fn new(inner: Rc<Inner>) -> Self {
        Self(CURRENT.replace(Some(inner)))
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

/// Runs the handles of Rust tasks.
struct Steps<'a>(&'a Rc<Inner>);

enum Never {}

impl Driver<Job> for Steps<'_> {
    type Error = Never;

    fn run(&mut self, handle: Handle<Job>) -> Result<(), Never> {
        let scheduler = self.0.core.scheduler();
        match handle.callback {
            Job::Step(waker) => task::step(self.0, &waker, handle.id),
            Job::Call(timer) => {
                instrument::handle_started(scheduler, handle.id);
                let before = scheduler.set_cause(Cause::Handle(handle.id));
                timer.fire(scheduler);
                scheduler.set_cause(before);
                instrument::handle_ended(scheduler, handle.id);
            }
            Job::Stop => {
                instrument::handle_started(scheduler, handle.id);
                self.0.stopped.set(true);
                instrument::handle_ended(scheduler, handle.id);
            }
        }
        Ok(())
    }
}

impl Inner {
    /// The number of a place in the program, if anybody listens.
    fn place(&self, location: &Location<'_>) -> Option<LocationId> {
        instrument::enabled().then(|| {
            self.core.scheduler().names().location(location.file(), location.line(), None, Owner::Program)
        })
    }
}

/// Writes to the run's standard output; [`print!`](crate::print) calls it.
#[doc(hidden)]
#[track_caller]
pub fn write_output(text: fmt::Arguments<'_>) {
    let place = Location::caller();
    let captured = CURRENT.with_borrow(|current| {
        let Some(inner) = current else { return false };
        if instrument::enabled() {
            instrument::output(inner.core.scheduler(), Stream::Stdout, &text.to_string(), inner.place(place));
        }
        inner.stdout.get() == Stdout::Captured
    });
    if !captured {
        std::print!("{text}");
    }
}

/// Prints to the run's standard output, as `std::print!` does; the trace knows the task and the line.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { $crate::executor::write_output(::std::format_args!($($arg)*)) };
}

/// Prints a line to the run's standard output, as `std::println!` does; the trace knows the task and the line.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arg:tt)*) => {
        $crate::executor::write_output(::std::format_args!("{}\n", ::std::format_args!($($arg)*)))
    };
}

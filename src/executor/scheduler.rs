//! The scheduler of a run: it owns the clock and the virtual threads.
//!
//! Virtual threads are threads of the machine of which one runs at a time: it holds the *baton*. It passes the
//! baton on when it parks, ends or starts to wait, and the scheduler decides who gets it: the thread that was
//! unparked first, else the one with the earliest deadline (then the one created first), to which virtual time
//! jumps. Nobody left is a deadlock. So threads run in parallel in virtual time, and in one and the same
//! order in every run.
//!
//! ```text
//!            spawn                unpark, or the deadline is the next of all
//!   (none) ────────► runnable ◄──────────────────────── parked
//!                       │  baton                          ▲
//!                       └───────► running ────park────────┘
//!                                    └──────exit──────► gone
//! ```

mod table;

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use self::table::{Thread, ThreadState, Threads};
use super::clock::Clock;
use super::instrument::{self, Names};
use crate::event::{Cause, ClockKind, ThreadKind};
use crate::id::{Counter, HandleId, LoopId, TaskId, ThreadId};
use crate::time::{Delay, Moment};

/// How long a run on the real clock waits at most before it looks for signals.
const REAL_SLICE: Duration = Duration::from_millis(20);

/// Nobody wakes at the very instant of a deadline. Without this, two sleeps of 0.1 s overtake one of 0.2 s that was
/// started a few readings of the clock later, which they never do under CPython. It vanishes in any figure rounded
/// to a hundredth of a millisecond.
const LATENESS: Delay = Delay(3_000);

/// What one round costs a thread that spins while others wait for time to pass: about what CPython needs for an
/// iteration of a loop with one task.
const SPIN: Delay = Delay(10_000);

/// Rounds in a row after which their cost doubles, so that a thread that spins for long gets to the others' deadlines.
const SPINS: u32 = 64;

/// The cost is doubled at most this often: to 0.64 ms a round.
const LARGEST_DOUBLING: u32 = 6;

/// Rounds of a loop without a pause after which a thread lets the others run: a millisecond or less under CPython.
const ROUNDS: u32 = 4096;

/// How long a thread runs on while others could run, as `sys.getswitchinterval()` has it under CPython.
const SLICE: Delay = Delay(5_000_000);

/// Why a parked thread goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wake {
    /// Somebody unparked it.
    Unparked,
    /// Its deadline came.
    Due,
    /// Neither: there is a signal to see to, or a run on the real clock looks for some. Whoever parked parks again.
    Early,
}

/// Every thread is parked without a deadline: nothing can happen any more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("every thread waits, and nothing is left that could wake one")]
pub struct Deadlock;

/// The numbers given out in a run.
#[derive(Debug, Default)]
pub struct Ids {
    /// Tasks, across loops.
    pub tasks: Counter,
    /// Handles and timers.
    pub handles: Counter,
    /// Futures that are no tasks.
    pub futures: Counter,
    /// Loops.
    pub loops: Counter,
    /// Jobs of pools.
    pub jobs: Counter,
    /// Locks, events, queues and the like.
    pub objects: Counter,
}

/// The scheduler of a run. One per run, shared by its loops and threads.
#[derive(Debug)]
pub struct Scheduler {
    clock: Clock,
    ids: Ids,
    names: Names,
    threads: Mutex<Threads>,
    /// Where the running code is, in atomics because it is read at every event.
    context: Context,
    stop: AtomicBool,
    time_limit: AtomicU64,
    thread_count: AtomicU64,
    /// When the running thread got the baton.
    since: AtomicU64,
    /// Rounds that threads have spun since one of them waited.
    spins: AtomicU32,
    /// Rounds of the program's loops.
    rounds: AtomicU32,
}

#[derive(Debug, Default)]
struct Context {
    /// Thread in the high half, loop in the low half (0 for none).
    place: AtomicU64,
    /// See [`pack_cause`].
    cause: AtomicU64,
}

const fn pack_place(thread: ThreadId, on_loop: Option<LoopId>) -> u64 {
    let on_loop = match on_loop {
        Some(id) => id.0,
        None => 0,
    };
    ((thread.0 as u64) << 32) | on_loop as u64
}

const fn pack_cause(cause: Cause) -> u64 {
    match cause {
        Cause::Thread => 0,
        Cause::Task(task) => ((task.0 as u64) << 2) | 1,
        Cause::Handle(handle) => ((handle.0 as u64) << 2) | 2,
    }
}

const fn unpack_cause(packed: u64) -> Cause {
    let id = (packed >> 2) as u32;
    match packed & 3 {
        1 => Cause::Task(TaskId(id)),
        2 => Cause::Handle(HandleId(id)),
        _ => Cause::Thread,
    }
}

impl Scheduler {
    /// A scheduler at the start of a run; the caller is the main thread and holds the baton.
    #[must_use]
    pub fn new(clock: ClockKind) -> Arc<Self> {
        let main = ThreadId(1);
        let place = pack_place(main, None);
        let thread = Thread::new(ThreadState::Running, place);
        Arc::new(Self {
            clock: Clock::new(clock),
            ids: Ids::default(),
            names: Names::default(),
            threads: Mutex::new(Threads::with(main, thread)),
            context: Context { place: AtomicU64::new(place), cause: AtomicU64::new(0) },
            stop: AtomicBool::new(false),
            time_limit: AtomicU64::new(u64::MAX),
            thread_count: AtomicU64::new(1),
            since: AtomicU64::new(0),
            spins: AtomicU32::new(0),
            rounds: AtomicU32::new(0),
        })
    }

    /// The clock of the run.
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The numbers given out so far.
    pub const fn ids(&self) -> &Ids {
        &self.ids
    }

    /// The names given out so far.
    pub const fn names(&self) -> &Names {
        &self.names
    }

    /// The running thread.
    pub fn thread(&self) -> ThreadId {
        ThreadId((self.context.place.load(Relaxed) >> 32) as u32)
    }

    /// The loop that runs on the running thread.
    pub fn on_loop(&self) -> Option<LoopId> {
        let id = self.context.place.load(Relaxed) as u32;
        (id != 0).then_some(LoopId(id))
    }

    /// Enters or leaves a loop on the running thread; gives back the loop that ran before.
    pub fn set_loop(&self, on_loop: Option<LoopId>) -> Option<LoopId> {
        let before = self.on_loop();
        self.context.place.store(pack_place(self.thread(), on_loop), Relaxed);
        before
    }

    /// Who is running: the cause of whatever happens now.
    pub fn cause(&self) -> Cause {
        unpack_cause(self.context.cause.load(Relaxed))
    }

    /// Sets who is running; gives back who was.
    pub fn set_cause(&self, cause: Cause) -> Cause {
        unpack_cause(self.context.cause.swap(pack_cause(cause), Relaxed))
    }

    /// The task whose step is running, if it is one.
    pub fn task(&self) -> Option<TaskId> {
        match self.cause() {
            Cause::Task(task) => Some(task),
            _ => None,
        }
    }

    /// Asks the run to stop at the next opportunity: whoever watches it has seen enough.
    pub fn request_stop(&self) {
        self.stop.store(true, Relaxed);
    }

    /// Whether the run was asked to stop.
    pub fn stop_requested(&self) -> bool {
        self.stop.load(Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Threads> {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until somebody unparks the running thread or `until` has come.
    ///
    /// # Errors
    /// When there is no deadline anywhere and no other thread that could run.
    pub fn park(&self, until: Option<Moment>) -> Result<Wake, Deadlock> {
        self.spins.store(0, Relaxed);
        let mut threads = self.lock();
        let me = threads.running;
        let place = (self.context.place.load(Relaxed), self.context.cause.load(Relaxed));
        let mine = &mut threads.table[me.index()];
        (mine.place, mine.cause) = place;
        mine.state = ThreadState::Parked { until };
        self.pass_baton(threads, me)
    }

    /// Makes a parked thread runnable. One that is not parked is left alone: only one thread runs at a
    /// time, so nobody can be about to park.
    pub fn unpark(&self, thread: ThreadId) {
        let mut threads = self.lock();
        let Some(entry) = threads.table.get_mut(thread.index()) else { return };
        match entry.state {
            ThreadState::Parked { .. } => {
                entry.state = ThreadState::Runnable;
                entry.wake = Wake::Unparked;
                threads.runnable.push_back(thread);
            }
            // It was interrupted and would park again, without knowing of this.
            ThreadState::Runnable if entry.wake == Wake::Early => entry.wake = Wake::Unparked,
            _ => {}
        }
    }

    /// Wakes a parked thread for something else than it waits for.
    pub fn interrupt(&self, thread: ThreadId) {
        let mut threads = self.lock();
        let Some(entry) = threads.table.get_mut(thread.index()) else { return };
        if let ThreadState::Parked { .. } = entry.state {
            entry.state = ThreadState::Runnable;
            entry.wake = Wake::Early;
            threads.runnable.push_back(thread);
        }
    }

    /// The running thread spins: time passes, and every thread that could run does so first.
    pub fn spin(&self) {
        if self.lock().next_deadline().is_some() {
            let doublings = (self.spins.fetch_add(1, Relaxed) / SPINS).min(LARGEST_DOUBLING);
            self.clock.advance_to(self.clock.look() + Delay(SPIN.0 << doublings));
        }
        self.yield_now();
    }

    /// A loop of the program comes round without having waited. Where other threads are, they get their turn now and
    /// then.
    pub fn round(&self) {
        if self.has_threads() && self.rounds.fetch_add(1, Relaxed) % ROUNDS == ROUNDS - 1 {
            self.spin();
        }
    }

    /// Lets every thread that could run do so first.
    pub fn yield_now(&self) {
        let mut threads = self.lock();
        threads.wake_due(self.clock.look());
        let Some(next) = threads.runnable.pop_front() else {
            self.since.store(self.clock.look().0, Relaxed);
            return;
        };
        let me = threads.running;
        let mine = &mut threads.table[me.index()];
        mine.place = self.context.place.load(Relaxed);
        mine.cause = self.context.cause.load(Relaxed);
        mine.state = ThreadState::Runnable;
        mine.wake = Wake::Unparked;
        threads.runnable.push_back(me);
        self.hand_to(&mut threads, next);
        wait_for_baton(threads, me);
    }

    /// Whether the running thread has run for so long that others should have their turn.
    pub fn slice_is_over(&self, now: Moment) -> bool {
        now.0 - self.since.load(Relaxed) >= SLICE.0
    }

    /// Registers a thread; it gets the baton in its turn, and takes it by [`Self::enter`].
    pub fn spawn(&self, name: &str, kind: ThreadKind) -> ThreadId {
        let mut threads = self.lock();
        let id = ThreadId(threads.table.len() as u32 + 1);
        let place = pack_place(id, None);
        threads.table.push(Thread::new(ThreadState::Runnable, place));
        threads.runnable.push_back(id);
        drop(threads);
        self.thread_count.fetch_add(1, Relaxed);
        instrument::thread_started(self, id, name, kind);
        id
    }

    /// A spawned thread that could not be started after all.
    pub fn abandon(&self, thread: ThreadId) {
        let mut threads = self.lock();
        threads.table[thread.index()].state = ThreadState::Gone;
        threads.runnable.retain(|other| *other != thread);
    }

    /// Another thread is over, wherever it is: it never gets the baton again.
    pub fn end(&self, thread: ThreadId) {
        let (place, cause) = {
            let mut threads = self.lock();
            threads.runnable.retain(|other| *other != thread);
            let entry = &mut threads.table[thread.index()];
            entry.state = ThreadState::Gone;
            (entry.place, entry.cause)
        };
        let place = self.context.place.swap(place, Relaxed);
        let cause = self.context.cause.swap(cause, Relaxed);
        if self.on_loop().is_some() {
            instrument::loop_stopped(self);
        }
        instrument::thread_ended(self);
        self.context.place.store(place, Relaxed);
        self.context.cause.store(cause, Relaxed);
    }

    /// Whether a thread is over.
    pub fn is_gone(&self, thread: ThreadId) -> bool {
        self.lock().table.get(thread.index()).is_some_and(|entry| entry.state == ThreadState::Gone)
    }

    /// Whether there are others than the main thread.
    pub fn has_threads(&self) -> bool {
        self.thread_count.load(Relaxed) > 1
    }

    /// From this instant on the run is too late.
    pub fn set_time_limit(&self, limit: Moment) {
        self.time_limit.store(limit.0, Relaxed);
    }

    /// Whether `now` is beyond the run's time limit.
    pub fn is_late(&self, now: Moment) -> bool {
        now.0 > self.time_limit.load(Relaxed)
    }

    /// The first thing a spawned thread does: it waits for the baton.
    pub fn enter(&self, me: ThreadId) {
        wait_for_baton(self.lock(), me);
    }

    /// The last thing a thread does: it passes the baton on, and never gets it again.
    ///
    /// # Errors
    /// When no other thread can run.
    pub fn exit(&self) -> Result<(), Deadlock> {
        instrument::thread_ended(self);
        let mut threads = self.lock();
        let me = threads.running;
        threads.table[me.index()].state = ThreadState::Gone;
        self.next_to_run(&mut threads).map(|next| self.hand_to(&mut threads, next)).ok_or(Deadlock)
    }

    /// Chooses who runs next and, unless that is the caller, waits for its turn.
    fn pass_baton(&self, mut threads: MutexGuard<'_, Threads>, me: ThreadId) -> Result<Wake, Deadlock> {
        let until = threads.next_deadline();
        if threads.runnable.is_empty()
            && self.clock.kind() == ClockKind::Real
            && let Some(until) = until
            && let Some(left) = self.left_until(until)
        {
            // Others may unpark while we wait, so the lock is given up; nobody else can run meanwhile.
            let baton = Arc::clone(&threads.table[me.index()].baton);
            let slice = left.min(REAL_SLICE);
            let waited = baton.wait_timeout(threads, slice).unwrap_or_else(PoisonError::into_inner);
            threads = waited.0;
            if threads.runnable.is_empty() && self.left_until(until).is_some() {
                threads.table[me.index()].state = ThreadState::Running;
                return Ok(Wake::Early);
            }
        }
        let Some(next) = self.next_to_run(&mut threads) else {
            threads.table[me.index()].state = ThreadState::Running;
            return Err(Deadlock);
        };
        self.hand_to(&mut threads, next);
        Ok(wait_for_baton(threads, me))
    }

    fn left_until(&self, until: Moment) -> Option<Duration> {
        let left = until.since(self.clock.look());
        (left.0 > 0).then(|| left.into())
    }

    /// Unparked threads first, in order; then the earliest deadline, to which time jumps.
    fn next_to_run(&self, threads: &mut Threads) -> Option<ThreadId> {
        if let Some(next) = threads.runnable.pop_front() {
            return Some(next);
        }
        let until = threads.next_deadline()?;
        self.clock.advance_to(until + LATENESS);
        let due = |thread: &Thread| thread.state == ThreadState::Parked { until: Some(until) };
        let index = threads.table.iter().position(due)?;
        threads.table[index].wake = Wake::Due;
        Some(ThreadId(index as u32 + 1))
    }

    fn hand_to(&self, threads: &mut Threads, next: ThreadId) {
        threads.running = next;
        self.since.store(self.clock.look().0, Relaxed);
        let thread = &mut threads.table[next.index()];
        thread.state = ThreadState::Running;
        self.context.place.store(thread.place, Relaxed);
        self.context.cause.store(thread.cause, Relaxed);
        thread.baton.notify_all();
    }
}

/// Sleeps until the running thread is `me`; says why it goes on.
fn wait_for_baton(mut threads: MutexGuard<'_, Threads>, me: ThreadId) -> Wake {
    while threads.running != me {
        let baton = Arc::clone(&threads.table[me.index()].baton);
        threads = baton.wait(threads).unwrap_or_else(PoisonError::into_inner);
    }
    threads.table[me.index()].wake
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A thread beside the main one, which does this in its turn and ends.
    fn beside(
        scheduler: &Arc<Scheduler>,
        work: impl FnOnce(&Scheduler) + Send + 'static,
    ) -> std::thread::JoinHandle<()> {
        let id = scheduler.spawn("helper", ThreadKind::Plain);
        let scheduler = Arc::clone(scheduler);
        std::thread::spawn(move || {
            scheduler.enter(id);
            work(&scheduler);
            scheduler.exit().unwrap();
        })
    }

    #[test]
    fn a_lone_thread_jumps_to_its_deadline_and_without_one_is_deadlocked() {
        let scheduler = Scheduler::new(ClockKind::Virtual);
        assert_eq!(scheduler.park(Some(Moment(500))), Ok(Wake::Due));
        assert_eq!(scheduler.clock().look(), Moment(500) + LATENESS);
        assert_eq!(scheduler.park(None), Err(Deadlock));
    }

    /// Each thread sleeps and says so; the order is that of virtual time, whatever the machine does.
    #[test]
    fn threads_run_in_the_order_of_virtual_time() {
        for _ in 0..20 {
            let scheduler = Scheduler::new(ClockKind::Virtual);
            let said = Arc::new(Mutex::new(Vec::new()));
            let naps = [("slow", 300_000), ("fast", 100_000), ("even", 100_000)];
            let sleepers = naps.map(|(name, nap)| {
                let id = scheduler.spawn(name, ThreadKind::Plain);
                let (scheduler, said) = (Arc::clone(&scheduler), Arc::clone(&said));
                std::thread::spawn(move || {
                    scheduler.enter(id);
                    let until = Moment(scheduler.clock().look().0 + nap);
                    assert_eq!(scheduler.park(Some(until)), Ok(Wake::Due));
                    said.lock().unwrap().push((name, scheduler.clock().look().0));
                    scheduler.exit().unwrap();
                })
            });
            assert_eq!(scheduler.park(Some(Moment(1_000_000))), Ok(Wake::Due));
            for sleeper in sleepers {
                sleeper.join().unwrap();
            }
            assert_eq!(*said.lock().unwrap(), [("fast", 103_000), ("even", 103_000), ("slow", 303_000)]);
        }
    }

    #[test]
    fn unparking_wakes_before_the_deadline() {
        let scheduler = Scheduler::new(ClockKind::Virtual);
        let thread = beside(&scheduler, |scheduler| scheduler.unpark(ThreadId(1)));
        assert_eq!(scheduler.park(Some(Moment(1_000))), Ok(Wake::Unparked));
        assert_eq!(scheduler.clock().look(), Moment(0));
        thread.join().unwrap();
    }

    #[test]
    fn a_thread_that_was_ended_never_runs_again() {
        let scheduler = Scheduler::new(ClockKind::Virtual);
        let helper = scheduler.spawn("helper", ThreadKind::Plain);
        assert!(!scheduler.is_gone(helper));
        scheduler.end(helper);
        assert!(scheduler.is_gone(helper));
        scheduler.unpark(helper);
        assert_eq!(scheduler.park(None), Err(Deadlock));
    }

    #[test]
    fn an_interrupted_thread_wakes_early() {
        let scheduler = Scheduler::new(ClockKind::Virtual);
        let thread = beside(&scheduler, |scheduler| scheduler.interrupt(ThreadId(1)));
        assert_eq!(scheduler.park(Some(Moment(1_000))), Ok(Wake::Early));
        thread.join().unwrap();
    }

    #[test]
    fn unparking_an_interrupted_thread_is_not_lost() {
        let scheduler = Scheduler::new(ClockKind::Virtual);
        let thread = beside(&scheduler, |scheduler| {
            scheduler.interrupt(ThreadId(1));
            scheduler.unpark(ThreadId(1));
        });
        assert_eq!(scheduler.park(Some(Moment(1_000))), Ok(Wake::Unparked));
        thread.join().unwrap();
    }

    #[test]
    fn the_real_clock_really_waits() {
        let scheduler = Scheduler::new(ClockKind::Real);
        let until = Moment(scheduler.clock().look().0 + 30_000_000);
        while scheduler.park(Some(until)).unwrap() == Wake::Early {}
        assert!(scheduler.clock().look() >= until);
    }
}

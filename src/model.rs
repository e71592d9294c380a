//! The state of a run at an instant: events folded into tasks, queues and timelines.
//!
//! ```text
//!  Event ──► History ──┬─► log          every event, packed
//!                      ├─► Model        folded up to the newest event; copies of it are checkpoints
//!                      └─► Tracks       spans by task, loop and thread, as they come
//!
//!  History::model_at(n) = nearest checkpoint before n + the events up to n
//! ```
//!
//! Nothing here knows a terminal, a process or the executor; a model is what the events say and no more.

use crate::event::{Cause, Event, RunOutcome, ThreadKind};
use crate::id::{ChainId, FutureId, HandleId, JobId, LocationId, LoopId, TaskId, TextId, ThreadId};
use crate::time::Moment;

pub mod crowd;
pub mod diagnosis;
mod few;
mod fold;
mod gist;
pub mod history;
pub mod inspection;
mod log;
pub mod narration;
pub mod queue;
pub mod summary;
pub mod sync;
mod table;
pub mod task;
pub mod timeline;
pub mod waiting;

pub use few::Few;
pub use gist::{Ending, Gist};
pub use history::History;
pub use queue::{Handle, HandlePlace, Queues};
pub use sync::{SyncObject, SyncObjects, SyncState};
pub use table::Table;
pub use task::{End, Exception, Pending, Resolution, Shown, Slot, Task, TaskInfo, TaskState, Waiters};

/// What runs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Activity {
    /// A step of the task.
    Step(TaskId),
    /// A callback that is no step.
    Callback(HandleId),
}

/// A virtual thread at an instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thread {
    /// The thread.
    pub id: ThreadId,
    /// Its name, where it has one.
    pub name: Option<TextId>,
    /// What it is for.
    pub kind: ThreadKind,
    /// Whether it has not ended.
    pub alive: bool,
    /// Blocked until then; past instants mean nothing.
    pub blocked_until: Moment,
    /// The pool's job that it does.
    pub job: Option<JobId>,
}

/// An event loop at an instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loop {
    /// The loop.
    pub id: LoopId,
    /// The thread that it ran on last.
    pub thread: ThreadId,
    /// Whether it was started and not stopped since.
    pub running: bool,
    /// The number of its latest iteration; 0 before the first.
    pub iteration: u32,
    /// Handles that its iteration had to run when it began.
    pub batch: u32,
    /// How many of those began.
    pub begun: u32,
    /// What runs, outermost first: an eager task's first step runs inside another's.
    pub running_now: Vec<Activity>,
}

/// A job of a thread or process pool at an instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Job {
    /// The function's name.
    pub function: TextId,
    /// The future that will hold its result.
    pub future: Option<FutureId>,
    /// Who handed it over.
    pub by: Cause,
    /// Where it is.
    pub place: JobPlace,
}

/// Where a job is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobPlace {
    /// No thread of the pool has taken it up yet.
    Queued,
    /// The thread does it.
    Running(ThreadId),
    /// It is done.
    Done,
}

/// The state of a run at an instant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Model {
    events: usize,
    now: Moment,
    on_loop: Option<LoopId>,
    tasks: Table<Task>,
    housekeeping: u32,
    futures: Table<Slot>,
    queues: Queues,
    threads: Vec<Thread>,
    loops: Vec<Loop>,
    jobs: Table<Job>,
    outputs: usize,
    markers: usize,
    syncs: usize,
    sync_objects: SyncObjects,
    runs: usize,
    decides: bool,
    line: Option<LocationId>,
    outcome: Option<RunOutcome>,
    traceback: Option<ChainId>,
}

impl Model {
    /// How many events were folded in.
    pub const fn events(&self) -> usize {
        self.events
    }

    /// The time of the latest event.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// All tasks so far, by id.
    pub fn tasks(&self) -> impl DoubleEndedIterator<Item = &Task> {
        self.tasks.iter()
    }

    /// The task.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(id.index())
    }

    /// How many tasks there were so far, housekeeping included.
    pub const fn tasks_len(&self) -> usize {
        self.tasks.len()
    }

    /// How many of them are housekeeping.
    pub const fn housekeeping_len(&self) -> usize {
        self.housekeeping as usize
    }

    /// The future.
    pub fn future(&self, id: FutureId) -> Option<&Slot> {
        self.futures.get(id.index())
    }

    /// How many futures were seen so far.
    pub const fn futures_len(&self) -> usize {
        self.futures.len()
    }

    /// Ready queue and timers.
    pub const fn queues(&self) -> &Queues {
        &self.queues
    }

    /// The virtual threads so far, by id.
    pub fn threads(&self) -> &[Thread] {
        &self.threads
    }

    /// The thread.
    pub fn thread(&self, id: ThreadId) -> Option<&Thread> {
        self.threads.get(id.index())
    }

    /// The loops so far, by id.
    pub fn loops(&self) -> &[Loop] {
        &self.loops
    }

    /// The loop.
    pub fn event_loop(&self, id: LoopId) -> Option<&Loop> {
        self.loops.get(id.index())
    }

    /// The job.
    pub fn job(&self, id: JobId) -> Option<&Job> {
        self.jobs.get(id.index())
    }

    /// What runs on the loop of the latest event: the innermost step or callback.
    pub fn running(&self) -> Option<Activity> {
        self.event_loop(self.on_loop?)?.running_now.last().copied()
    }

    /// The task whose step runs there.
    pub fn running_task(&self) -> Option<TaskId> {
        match self.running() {
            Some(Activity::Step(task)) => Some(task),
            _ => None,
        }
    }

    /// How many writes to stdout and stderr there were: that many of [`History::outputs`] are to be seen.
    pub const fn outputs(&self) -> usize {
        self.outputs
    }

    /// How many of the markers of the timeline lie at or before this instant.
    pub const fn markers(&self) -> usize {
        self.markers
    }

    /// The synchronisation objects that were used so far.
    pub const fn sync_objects(&self) -> &SyncObjects {
        &self.sync_objects
    }

    /// How many times something was done to one: that many of [`History::levels`]' events are to be seen.
    pub const fn syncs(&self) -> usize {
        self.syncs
    }

    /// How many steps and callbacks began.
    pub const fn runs(&self) -> usize {
        self.runs
    }

    /// Whether the scheduling policy chose among ready handles, so that they do not run just in turn.
    pub const fn decides(&self) -> bool {
        self.decides
    }

    /// The latest line of the program that began, where lines are recorded.
    pub const fn line(&self) -> Option<LocationId> {
        self.line
    }

    /// How the run ended, once it has.
    pub const fn outcome(&self) -> Option<&RunOutcome> {
        self.outcome.as_ref()
    }

    /// The traceback of the exception that ended the run, where one did and it is known.
    pub const fn traceback(&self) -> Option<ChainId> {
        self.traceback
    }

    /// Folds the next event in. Whatever a recording says, this does not fail: what contradicts itself is
    /// taken as far as it makes sense, and [`Lifecycle`](crate::event::lifecycle::Lifecycle) is there to refuse it.
    pub fn apply(&mut self, event: &Event) {
        let place = fold::Place { at: event.at, thread: event.thread, on_loop: event.on_loop };
        self.fold(place, &event.kind);
    }
}

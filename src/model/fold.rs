//! How each event changes the model.
//!
//! This runs some twenty million times a second while seeking, so what is common comes first and nothing is
//! looked up twice.

use crate::event::{Awaited, Cause, EventKind, FutureKind, StepOutcome, Subject, ThreadKind};
use crate::id::{ChainId, FutureId, HandleId, JobId, LoopId, TaskId, TextId, ThreadId};
use crate::time::Moment;

use super::sync::Operation;
use super::table::LARGEST_GAP;
use super::{Activity, Handle, Job, JobPlace, Loop, Model, Pending, Slot, Task, TaskInfo, TaskState, Thread};

/// When and where an event happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    pub(crate) at: Moment,
    pub(crate) thread: ThreadId,
    pub(crate) on_loop: Option<LoopId>,
}

impl Model {
    /// Folds the next event in.
    pub(super) fn fold(&mut self, place: Place, kind: &EventKind) {
        self.events += 1;
        self.now = place.at;
        self.on_loop = place.on_loop;
        match kind {
            EventKind::HandleScheduled { handle, what, by } => {
                self.queues.add(*handle, Handle::new(*what, *by, place.at, None, self.events));
                self.wake(place, *handle, *what, *by);
            }
            EventKind::TimerSet { handle, deadline, what, by, .. } => {
                let deadline = Some(*deadline);
                self.queues.add(*handle, Handle::new(*what, *by, place.at, deadline, self.events));
            }
            EventKind::TimerMoved { handle } => {
                if let Some(moved) = self.queues.move_timer(*handle) {
                    self.wake(place, *handle, moved.what, moved.by);
                }
            }
            EventKind::TimerCancelled { handle, .. } => {
                self.queues.remove(*handle);
            }
            EventKind::HandleStarted { handle } => {
                self.queues.leave(*handle, self.passes_over());
                self.queues.start(*handle);
                self.begin(place, Activity::Callback(*handle));
            }
            EventKind::HandleEnded { handle } => {
                self.queues.remove(*handle);
                self.end(place, Activity::Callback(*handle));
            }
            EventKind::StepStarted { task, handle, n } => self.step_started(place, *task, *handle, *n),
            EventKind::StepEnded { task, outcome, chain } => self.step_ended(place, *task, outcome, *chain),
            EventKind::FutureResolved { future, outcome, .. } => {
                let mut next = None;
                if let Some(slot) = self.slot(*future) {
                    slot.outcome = Some(outcome.into());
                    next = slot.waiters.first().filter(|_| slot.kind == FutureKind::Semaphore);
                }
                if let Some(task) = next {
                    self.sync_objects.hand_over(task);
                }
            }
            EventKind::FutureCreated { future, kind, location, .. } => {
                let events = self.events as u32;
                if let Some(slot) = self.slot(*future) {
                    slot.kind = *kind;
                    slot.location = *location;
                    slot.created = events;
                }
            }
            EventKind::Line { location, .. } => self.line = Some(*location),
            other => self.fold_rare(place, other),
        }
    }

    /// The events that come once per task or iteration, or less.
    fn fold_rare(&mut self, place: Place, kind: &EventKind) {
        match kind {
            EventKind::TaskCreated { task, name, coroutine, parent, location, housekeeping } => {
                self.create_task(TaskInfo {
                    id: *task,
                    name: name.clone(),
                    coroutine: *coroutine,
                    parent: *parent,
                    location: *location,
                    created: place.at,
                    housekeeping: *housekeeping,
                });
            }
            EventKind::CallbackAdded { on: Awaited::Task(task), callback, .. } => {
                if let Some(task) = self.tasks.get_mut(task.index()) {
                    task.callbacks.add(*callback);
                }
            }
            EventKind::CallbackRemoved { on: Awaited::Task(task), callback, .. } => {
                if let Some(task) = self.tasks.get_mut(task.index()) {
                    task.callbacks.remove_last(*callback);
                }
            }
            EventKind::Iteration { n, ready, .. } => self.iteration(place, *n, *ready),
            EventKind::CancelRequested { task, .. } => {
                self.markers += 1;
                if let Some(task) = self.tasks.get_mut(task.index()) {
                    task.cancel_requests += 1;
                }
            }
            EventKind::Output { .. } => {
                self.outputs += 1;
                self.markers += 1;
            }
            EventKind::Finding { .. } => self.markers += 1,
            EventKind::Sync { object, kind, operation, task } => {
                self.syncs += 1;
                self.sync_objects.apply(Operation {
                    object: *object,
                    kind: *kind,
                    what: *operation,
                    task: *task,
                    at: place.at,
                    events: self.events,
                });
            }
            // First in, first out never decides; whoever does may leave older handles standing.
            EventKind::Decision { .. } => self.decides = true,
            EventKind::RunEnded { outcome, chain, .. } => {
                self.outcome = Some(outcome.clone());
                self.traceback = *chain;
            }
            other => self.fold_threads(place, other),
        }
    }

    /// The events of threads, loops and pools.
    fn fold_threads(&mut self, place: Place, kind: &EventKind) {
        match kind {
            EventKind::ThreadStarted { name, kind } => self.thread_started(place.thread, *name, *kind),
            EventKind::ThreadEnded {} => {
                if let Some(thread) = self.thread_mut(place.thread) {
                    thread.alive = false;
                }
            }
            EventKind::LoopStarted {} => {
                if let Some(each) = self.loop_mut(place) {
                    each.running = true;
                }
            }
            EventKind::LoopStopped {} => {
                if let Some(each) = self.loop_mut(place) {
                    each.running = false;
                }
            }
            EventKind::Blocked { duration, .. } => {
                self.markers += 1;
                if let Some(thread) = self.thread_mut(place.thread) {
                    thread.blocked_until = place.at + *duration;
                }
            }
            EventKind::JobSubmitted { job, function, future, by } => {
                self.submit(
                    *job,
                    Job { function: *function, future: *future, by: *by, place: JobPlace::Queued },
                );
            }
            EventKind::JobStarted { job } => {
                self.move_job(*job, place.thread, JobPlace::Running(place.thread));
            }
            EventKind::JobEnded { job, .. } => self.move_job(*job, place.thread, JobPlace::Done),
            _ => {}
        }
    }

    /// Whether a handle that starts from further back says that those before it were cancelled: only where
    /// the order is first in, first out, and all handles are of one loop.
    fn passes_over(&self) -> bool {
        !self.decides && self.loops.len() <= 1
    }

    fn wake(&mut self, place: Place, handle: HandleId, what: Subject, by: Cause) {
        let Subject::Step(task) = what else { return };
        let Some(task) = self.tasks.get_mut(task.index()) else { return };
        task.handle = Some(handle);
        if matches!(task.state, TaskState::Pending(_)) {
            task.state = TaskState::Pending(Pending::Queued);
            task.since = place.at;
            task.woken_by = Some(by);
        }
    }

    fn create_task(&mut self, info: TaskInfo) {
        let index = info.id.index();
        if index > self.tasks.len() + LARGEST_GAP {
            return;
        }
        self.housekeeping += u32::from(info.housekeeping);
        while self.tasks.len() < index {
            // An id that was passed over: a source that began to listen late knows no more about it.
            let id = TaskId(self.tasks.len() as u32 + 1);
            self.tasks.push(Task::new(TaskInfo {
                id,
                name: None,
                coroutine: TextId(0),
                parent: None,
                location: None,
                created: info.created,
                housekeeping: false,
            }));
        }
        match self.tasks.get_mut(index) {
            Some(entry) => {
                self.housekeeping -= u32::from(entry.info.housekeeping);
                *entry = Task::new(info);
            }
            None => self.tasks.push(Task::new(info)),
        }
    }

    /// The future, made up to its id where it was never created: a source may tell of it late.
    fn slot(&mut self, id: FutureId) -> Option<&mut Slot> {
        let index = id.index();
        if index > self.futures.len() + LARGEST_GAP {
            return None;
        }
        while self.futures.len() <= index {
            self.futures.push(Slot::UNKNOWN);
        }
        self.futures.get_mut(index)
    }

    fn step_ended(&mut self, place: Place, id: TaskId, outcome: &StepOutcome, chain: Option<ChainId>) {
        self.end(place, Activity::Step(id));
        self.wait_for(id, outcome);
        if let Some(task) = self.tasks.get_mut(id.index()) {
            task.suspend_or_end(outcome, chain, place.at);
            if let Some(handle) = task.handle {
                // It was scheduled again while it ran.
                task.woken_by = self.queues.handle(handle).map(|handle| handle.by);
            }
        }
    }

    fn step_started(&mut self, place: Place, task: TaskId, handle: Option<HandleId>, n: u32) {
        if let Some(handle) = handle {
            self.queues.leave(handle, self.passes_over());
            self.queues.forget(handle);
        }
        self.begin(place, Activity::Step(task));
        let Some(entry) = self.tasks.get_mut(task.index()) else { return };
        entry.state = TaskState::Running;
        entry.since = place.at;
        entry.handle = None;
        entry.steps = n;
        self.sync_objects.resume(task);
        match entry.awaits {
            Some(Awaited::Future(future)) => {
                if let Some(slot) = self.futures.get_mut(future.index()) {
                    slot.waiters.remove_first(task);
                }
            }
            Some(Awaited::Task(other)) => {
                if let Some(other) = self.tasks.get_mut(other.index()) {
                    other.waiters.remove_first(task);
                }
            }
            None => {}
        }
    }

    /// Notes at what a suspending task waits for that it does.
    fn wait_for(&mut self, task: TaskId, outcome: &StepOutcome) {
        match outcome {
            StepOutcome::Waiting(Awaited::Future(future)) => {
                if let Some(slot) = self.slot(*future) {
                    slot.waiters.add(task);
                }
            }
            StepOutcome::Waiting(Awaited::Task(other)) => {
                if let Some(other) = self.tasks.get_mut(other.index()) {
                    other.waiters.add(task);
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, place: Place, activity: Activity) {
        self.runs += 1;
        if let Some(each) = self.loop_mut(place) {
            // An eager task's first step is part of the handle in which it runs.
            each.begun += u32::from(each.running_now.is_empty());
            each.running_now.push(activity);
        }
    }

    fn end(&mut self, place: Place, activity: Activity) {
        if let Some(each) = self.loop_mut(place)
            && let Some(depth) = each.running_now.iter().rposition(|&other| other == activity)
        {
            each.running_now.truncate(depth);
        }
    }

    fn iteration(&mut self, place: Place, n: u32, ready: u32) {
        if self.passes_over() {
            self.queues.keep_ready(ready as usize);
        }
        if let Some(each) = self.loop_mut(place) {
            each.iteration = n;
            each.batch = ready;
            each.begun = 0;
        }
    }

    fn loop_mut(&mut self, place: Place) -> Option<&mut Loop> {
        let id = place.on_loop?;
        if id.index() > self.loops.len() + LARGEST_GAP {
            return None;
        }
        while self.loops.len() <= id.index() {
            self.loops.push(Loop::new(LoopId(self.loops.len() as u32 + 1)));
        }
        let each = &mut self.loops[id.index()];
        each.thread = place.thread;
        Some(each)
    }

    fn thread_started(&mut self, id: ThreadId, name: Option<TextId>, kind: ThreadKind) {
        if let Some(thread) = self.thread_mut(id) {
            *thread = Thread { name, kind, ..Thread::new(id) };
        }
    }

    fn thread_mut(&mut self, id: ThreadId) -> Option<&mut Thread> {
        if id.index() > self.threads.len() + LARGEST_GAP {
            return None;
        }
        while self.threads.len() <= id.index() {
            self.threads.push(Thread::new(ThreadId(self.threads.len() as u32 + 1)));
        }
        Some(&mut self.threads[id.index()])
    }

    fn submit(&mut self, id: JobId, job: Job) {
        if id.index() > self.jobs.len() + LARGEST_GAP {
            return;
        }
        while self.jobs.len() <= id.index() {
            self.jobs.push(job.clone());
        }
        if let Some(entry) = self.jobs.get_mut(id.index()) {
            *entry = job;
        }
    }

    fn move_job(&mut self, id: JobId, thread: ThreadId, to: JobPlace) {
        if let Some(job) = self.jobs.get_mut(id.index()) {
            job.place = to;
        }
        if let Some(thread) = self.thread_mut(thread) {
            thread.job = matches!(to, JobPlace::Running(_)).then_some(id);
        }
    }
}

impl Loop {
    const fn new(id: LoopId) -> Self {
        Self {
            id,
            thread: ThreadId(1),
            running: false,
            iteration: 0,
            batch: 0,
            begun: 0,
            running_now: Vec::new(),
        }
    }
}

impl Thread {
    const fn new(id: ThreadId) -> Self {
        let kind = if id.0 == 1 { ThreadKind::Main } else { ThreadKind::Plain };
        Self { id, name: None, kind, alive: true, blocked_until: Moment::START, job: None }
    }
}

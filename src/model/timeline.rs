//! Spans: who was in which state from when to when, built as the events arrive and looked up while drawing.
//!
//! A span begins at an event and ends where the next of its track begins, so it is held as the number of that
//! event and a state. Its extent on either axis follows from the number: the time is the event's, the column
//! is how many runs of steps and callbacks were over by then.
//!
//! ```text
//!  events    0   1   2   3   4   5   6   7   8
//!  run           [ step      ]       [ step  ]
//!  column    0   0   0   0   1   1   1   1   2      the order axis: a run fills one column
//! ```

use std::ops::Range;

use crate::event::{EventKind, Subject};
use crate::id::{LoopId, TaskId, ThreadId};
use crate::time::Moment;

use super::fold::Place;
use super::log::Log;
use super::table::LARGEST_GAP;
use super::{Model, Pending, TaskState};

mod grid;
mod merged;

pub use grid::{Axis, Cell, Grid, View};

/// What a track is in during a span.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SpanState {
    /// A task is pending: a handle on the ready queue will resume it.
    Queued,
    /// A task is in a step; a loop is in an iteration; a pool's thread does a job.
    Running,
    /// A task is suspended.
    Waiting,
    /// A thread is blocked, and with it its loop and the task that runs.
    Blocked,
    /// A loop is between two iterations; a thread has nothing that is recorded.
    Idle,
    /// A task or thread ended; a loop was stopped, but may start again.
    Over,
}

/// Which track.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TrackId {
    /// An event loop's.
    Loop(LoopId),
    /// A task's.
    Task(TaskId),
    /// A virtual thread's.
    Thread(ThreadId),
    /// Several tasks as one, by a number that whoever put them together gives a meaning.
    Group(u32),
}

/// Where a span begins: 29 bits of the event's number and 3 of the state, since there is one for every
/// third event. A run of more than half a billion events is kept, but its timeline ends there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Start(u32);

const STATES: [SpanState; 6] = [
    SpanState::Queued,
    SpanState::Running,
    SpanState::Waiting,
    SpanState::Blocked,
    SpanState::Idle,
    SpanState::Over,
];

impl Start {
    const LARGEST: u32 = u32::MAX >> 3;

    const fn new(event: u32, state: SpanState) -> Self {
        Self((event << 3) | state as u32)
    }

    const fn event(self) -> u32 {
        self.0 >> 3
    }

    const fn state(self) -> SpanState {
        STATES[(self.0 & 7) as usize]
    }
}

/// The spans of one row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Track {
    starts: Vec<Start>,
}

impl Track {
    /// How many spans there are.
    pub const fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The span in which the event lies: the last that began at it or before.
    fn find(&self, event: u32) -> Option<usize> {
        self.starts.partition_point(|start| start.event() <= event).checked_sub(1)
    }

    fn state(&self) -> Option<SpanState> {
        self.starts.last().map(|start| start.state())
    }

    /// Begins a span at `event`, also where the state is the same.
    fn begin(&mut self, event: u32, state: SpanState) {
        // Of two changes at one event the second is what holds.
        if let Some(last) = self.starts.last_mut()
            && last.event() == event
        {
            *last = Start::new(event, state);
            return;
        }
        if event > Start::LARGEST {
            return;
        }
        if self.starts.len() == self.starts.capacity() {
            // Most tasks have four or five spans: half of what doubling would take stays unused.
            self.starts.reserve_exact(self.starts.len() / 2 + 3);
        }
        self.starts.push(Start::new(event, state));
    }

    fn change(&mut self, event: u32, state: SpanState) {
        if self.state() != Some(state) {
            self.begin(event, state);
        }
    }
}

/// An interval in one state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// The state.
    pub state: SpanState,
    /// From the event that began it to the one that ended it, or to the last there is.
    pub events: Range<usize>,
    /// Its extent on the time axis.
    pub time: Range<Moment>,
    /// Its extent on the order axis, in columns.
    pub columns: Range<usize>,
    /// Whether nothing ended it yet.
    pub open: bool,
}

/// Something to be marked at an instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Marker {
    /// The event.
    pub event: u32,
    /// What is marked.
    pub kind: MarkerKind,
    /// The task whose row it belongs to, if it is one's.
    pub task: Option<TaskId>,
}

/// What is marked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MarkerKind {
    /// The program wrote something.
    Output,
    /// A finding.
    Finding,
    /// A thread began to block.
    Blocked,
    /// A task was asked to end.
    Cancel,
}

/// What is to be restored once a thread goes on.
#[derive(Clone, Copy, Debug)]
struct Block {
    thread: ThreadId,
    on_loop: Option<LoopId>,
    task: Option<TaskId>,
    job: bool,
}

/// All tracks of a run, growing with it.
#[derive(Debug, Default)]
pub struct Tracks {
    tasks: Vec<Track>,
    loops: Vec<Track>,
    threads: Vec<Track>,
    /// The event at which the column after the n-th begins.
    columns: Vec<u32>,
    /// How many steps and callbacks are inside one another.
    depth: u32,
    /// By loop, the event after which nothing ran on it.
    quiet: Vec<u32>,
    markers: Vec<Marker>,
    blocks: Vec<Block>,
}

/// The track at `index`, made where it is not there yet.
fn entry<T: Default>(tracks: &mut Vec<T>, index: usize) -> Option<&mut T> {
    if index >= tracks.len() {
        if index > tracks.len() + LARGEST_GAP {
            return None;
        }
        tracks.resize_with(index + 1, T::default);
    }
    tracks.get_mut(index)
}

impl Tracks {
    /// Takes up event `n`; `model` is that after it.
    pub(super) fn record(&mut self, n: u32, place: Place, kind: &EventKind, model: &Model) {
        if !self.blocks.is_empty() {
            self.unblock(n, place.thread);
        }
        match kind {
            EventKind::HandleScheduled { what: Subject::Step(task), .. }
            | EventKind::TaskCreated { task, .. } => self.follow(n, *task, model),
            EventKind::TimerMoved { handle } => {
                let moved = model.queues().handle(*handle);
                if let Some(Subject::Step(task)) = moved.map(|handle| handle.what) {
                    self.follow(n, task, model);
                }
            }
            EventKind::StepStarted { task, .. } => {
                self.run_begins(n);
                self.follow(n, *task, model);
            }
            EventKind::StepEnded { task, .. } => {
                self.run_ends(n, place, model);
                self.follow(n, *task, model);
            }
            EventKind::HandleStarted { .. } => self.run_begins(n),
            EventKind::HandleEnded { .. } => self.run_ends(n, place, model),
            EventKind::Iteration { .. } => self.iteration(n, place),
            other => self.record_rare(n, place, other, model),
        }
    }

    fn record_rare(&mut self, n: u32, place: Place, kind: &EventKind, model: &Model) {
        let thread = |tracks: &mut Self, state| {
            if let Some(track) = entry(&mut tracks.threads, place.thread.index()) {
                track.change(n, state);
            }
        };
        match kind {
            EventKind::ThreadStarted { .. } | EventKind::JobEnded { .. } => thread(self, SpanState::Idle),
            EventKind::JobStarted { .. } => thread(self, SpanState::Running),
            EventKind::ThreadEnded {} => thread(self, SpanState::Over),
            EventKind::LoopStarted {} => self.change_loop(n, place.on_loop, SpanState::Idle),
            EventKind::LoopStopped {} => self.change_loop(n, place.on_loop, SpanState::Over),
            EventKind::Blocked { .. } => self.block(n, place, model),
            EventKind::Output { task, .. } => self.mark(n, MarkerKind::Output, *task),
            EventKind::Finding { task, .. } => self.mark(n, MarkerKind::Finding, *task),
            EventKind::CancelRequested { task, .. } => self.mark(n, MarkerKind::Cancel, Some(*task)),
            _ => {}
        }
    }

    fn mark(&mut self, event: u32, kind: MarkerKind, task: Option<TaskId>) {
        self.markers.push(Marker { event, kind, task });
    }

    /// Takes over the state of a task.
    fn follow(&mut self, n: u32, task: TaskId, model: &Model) {
        let Some(state) = model.task(task).map(|task| &task.state) else { return };
        let state = match state {
            TaskState::Pending(Pending::New | Pending::Queued) => SpanState::Queued,
            TaskState::Pending(Pending::Waiting) => SpanState::Waiting,
            TaskState::Running => SpanState::Running,
            TaskState::Done(_) => SpanState::Over,
        };
        if let Some(track) = entry(&mut self.tasks, task.index()) {
            track.change(n, state);
        }
    }

    fn change_loop(&mut self, n: u32, on_loop: Option<LoopId>, state: SpanState) {
        if let Some(track) = on_loop.and_then(|id| entry(&mut self.loops, id.index())) {
            track.change(n, state);
        }
    }

    fn run_begins(&mut self, n: u32) {
        if self.depth > 0 {
            self.columns.push(n);
        }
        self.depth += 1;
    }

    fn run_ends(&mut self, n: u32, place: Place, model: &Model) {
        // Where a step inside another's ends, the outer one goes on in a column of its own.
        self.columns.push(n);
        self.depth = self.depth.saturating_sub(1);
        let Some(each) = place.on_loop.and_then(|id| model.event_loop(id)) else { return };
        if !each.running_now.is_empty() {
            return;
        }
        if let Some(quiet) = entry(&mut self.quiet, each.id.index()) {
            *quiet = n;
        }
        if each.begun >= each.batch {
            self.change_loop(n, place.on_loop, SpanState::Idle);
        }
    }

    fn iteration(&mut self, n: u32, place: Place) {
        let Some(id) = place.on_loop else { return };
        let quiet = self.quiet.get(id.index()).copied().unwrap_or(0);
        let Some(track) = entry(&mut self.loops, id.index()) else { return };
        // Where the last handles of an iteration were cancelled, nothing said that it was over.
        if track.starts.last().is_some_and(|last| last.state() == SpanState::Running && last.event() < quiet)
        {
            track.begin(quiet, SpanState::Idle);
        }
        track.begin(n, SpanState::Running);
    }

    fn block(&mut self, n: u32, place: Place, model: &Model) {
        let task = model.running_task();
        self.mark(n, MarkerKind::Blocked, task);
        let job = model.thread(place.thread).is_some_and(|thread| thread.job.is_some());
        self.blocks.push(Block { thread: place.thread, on_loop: place.on_loop, task, job });
        if let Some(track) = entry(&mut self.threads, place.thread.index()) {
            track.change(n, SpanState::Blocked);
        }
        if let Some(track) = task.and_then(|task| entry(&mut self.tasks, task.index())) {
            track.change(n, SpanState::Blocked);
        }
        self.change_loop(n, place.on_loop, SpanState::Blocked);
    }

    /// The next event of a blocked thread says that it goes on.
    fn unblock(&mut self, n: u32, thread: ThreadId) {
        while let Some(at) = self.blocks.iter().position(|block| block.thread == thread) {
            let block = self.blocks.swap_remove(at);
            let state = if block.job { SpanState::Running } else { SpanState::Idle };
            if let Some(track) = self.threads.get_mut(thread.index()) {
                track.change(n, state);
            }
            if let Some(track) = block.task.and_then(|task| self.tasks.get_mut(task.index())) {
                track.change(n, SpanState::Running);
            }
            self.change_loop(n, block.on_loop, SpanState::Running);
        }
    }

    fn get(&self, id: TrackId) -> Option<&Track> {
        match id {
            TrackId::Task(task) => self.tasks.get(task.index()),
            TrackId::Loop(each) => self.loops.get(each.index()),
            TrackId::Thread(thread) => self.threads.get(thread.index()),
            TrackId::Group(_) => None,
        }
    }
}

/// Tracks with the times that their events give them.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'h> {
    log: &'h Log,
    tracks: &'h Tracks,
}

impl<'h> Timeline<'h> {
    pub(super) const fn new(log: &'h Log, tracks: &'h Tracks) -> Self {
        Self { log, tracks }
    }

    /// The track; none where nothing was recorded for it.
    pub fn track(self, id: TrackId) -> Option<&'h Track> {
        self.tracks.get(id).filter(|track| !track.is_empty())
    }

    /// All markers, in order; [`Model::markers`] says how many an instant has seen.
    pub fn markers(self) -> &'h [Marker] {
        &self.tracks.markers
    }

    /// The column in which an event lies: how many runs were over by then.
    pub fn column(self, event: usize) -> usize {
        self.tracks.columns.partition_point(|&begin| begin as usize <= event)
    }

    /// The first event of a column.
    pub fn column_start(self, column: usize) -> usize {
        match column.checked_sub(1) {
            None => 0,
            Some(before) => self.tracks.columns.get(before).map_or(self.log.len(), |&event| event as usize),
        }
    }

    /// How many columns are over.
    pub fn columns(self) -> usize {
        self.tracks.columns.len()
    }

    /// The span of a track by its number.
    pub fn span(self, track: &Track, index: usize) -> Option<Span> {
        let start = track.starts.get(index)?;
        let next = track.starts.get(index + 1);
        let events = start.event() as usize..next.map_or(self.log.len(), |next| next.event() as usize);
        Some(Span {
            state: start.state(),
            time: self.log.at(events.start)..self.log.at(events.end),
            columns: self.column(events.start)..self.column(events.end),
            events,
            open: next.is_none(),
        })
    }

    /// The states of a track with the events from which to which they last.
    pub fn states(self, track: &'h Track) -> impl Iterator<Item = (SpanState, Range<usize>)> + 'h {
        let ends = track.starts.iter().skip(1).map(|next| next.event() as usize);
        let ends = ends.chain(std::iter::once(self.log.len()));
        track.starts.iter().zip(ends).map(|(start, end)| (start.state(), start.event() as usize..end))
    }

    /// The spans of a track that have a part among these events; the first is found by halving.
    pub fn spans_between(
        self,
        track: &'h Track,
        events: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Span> + 'h {
        let first = track.find(events.start.min(u32::MAX as usize) as u32).unwrap_or(0);
        let end = track.starts.partition_point(|start| (start.event() as usize) < events.end);
        (first..end.max(first)).filter_map(move |index| self.span(track, index))
    }

    /// The span in which an event lies.
    pub fn span_at(self, track: &Track, event: usize) -> Option<Span> {
        self.span(track, track.find(event as u32)?)
    }
}

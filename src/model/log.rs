//! All events of a run, packed: 34 to 42 bytes each, and more only for those that carry text.
//!
//! What nearly every event is made of stands in [`Packed`] as it is; what is rare or large is boxed.

use std::borrow::Cow;

use crate::event::{Awaited, Cause, Event, EventKind, FutureKind, FutureOutcome, StepOutcome, Subject};
use crate::id::{ChainId, FutureId, HandleId, LocationId, LoopId, TaskId, TextId, ThreadId};
use crate::time::{Delay, Moment};

use super::fold::Place;
use super::gist::{Ending, Gist};

/// Events in a chunk: growing never copies what is there, and wastes at most one chunk. Fits in 16 bits.
const CHUNK: usize = 4096;

/// Stands for no delay; a real one would be 584 years.
const NO_DELAY: Delay = Delay(u64::MAX);

/// An event's kind in 32 bytes.
#[derive(Debug)]
enum Packed {
    Ready { handle: HandleId, what: Subject, by: Cause },
    Timer { handle: HandleId, deadline: Moment, delay: Delay, whats: (Whose, Whose), what: u32, by: u32 },
    Due { handle: HandleId },
    Run { handle: HandleId },
    RunEnded { handle: HandleId },
    Step { task: TaskId, handle: Option<HandleId>, n: u32 },
    Waits { task: TaskId, awaited: Awaited, chain: Option<ChainId> },
    Yields { task: TaskId, chain: Option<ChainId> },
    ReturnsNone { task: TaskId },
    Future { future: FutureId, kind: FutureKind, by: Cause, location: Option<LocationId> },
    ResolvesNone { future: FutureId, by: Cause },
    Task { task: TaskId, coroutine: TextId, parent: Option<TaskId>, location: Option<LocationId> },
    Callback { on: Awaited, callback: TextId, by: Cause },
    Iteration { n: u32, ready: u32, moved: u32, waited: Delay },
    Line { location: LocationId, task: Option<TaskId> },
    Rare(Box<EventKind>),
}

/// Which kind of id stands beside it, in one byte.
#[derive(Clone, Copy, Debug)]
enum Whose {
    Task,
    Handle,
    Text,
    Thread,
}

const fn split_subject(what: Subject) -> (Whose, u32) {
    match what {
        Subject::Step(task) => (Whose::Task, task.0),
        Subject::Callback(name) => (Whose::Text, name.0),
    }
}

const fn split_cause(by: Cause) -> (Whose, u32) {
    match by {
        Cause::Task(task) => (Whose::Task, task.0),
        Cause::Handle(handle) => (Whose::Handle, handle.0),
        Cause::Thread => (Whose::Thread, 0),
    }
}

const fn join_subject(whose: Whose, id: u32) -> Subject {
    match whose {
        Whose::Task => Subject::Step(TaskId(id)),
        _ => Subject::Callback(TextId(id)),
    }
}

const fn join_cause(whose: Whose, id: u32) -> Cause {
    match whose {
        Whose::Task => Cause::Task(TaskId(id)),
        Whose::Handle => Cause::Handle(HandleId(id)),
        _ => Cause::Thread,
    }
}

impl Packed {
    fn pack(kind: EventKind) -> Self {
        match kind {
            EventKind::HandleScheduled { handle, what, by } => Self::Ready { handle, what, by },
            EventKind::TimerSet { handle, deadline, delay, what, by } if delay != Some(NO_DELAY) => {
                let ((what_kind, what), (by_kind, by)) = (split_subject(what), split_cause(by));
                let delay = delay.unwrap_or(NO_DELAY);
                Self::Timer { handle, deadline, delay, whats: (what_kind, by_kind), what, by }
            }
            EventKind::TimerMoved { handle } => Self::Due { handle },
            EventKind::HandleStarted { handle } => Self::Run { handle },
            EventKind::HandleEnded { handle } => Self::RunEnded { handle },
            EventKind::StepStarted { task, handle, n } => Self::Step { task, handle, n },
            EventKind::StepEnded { task, outcome: StepOutcome::Waiting(awaited), chain } => {
                Self::Waits { task, awaited, chain }
            }
            EventKind::StepEnded { task, outcome: StepOutcome::Yielded, chain } => {
                Self::Yields { task, chain }
            }
            EventKind::StepEnded { task, outcome: StepOutcome::Returned(text), chain: None }
                if &*text == "None" =>
            {
                Self::ReturnsNone { task }
            }
            EventKind::FutureCreated { future, kind, by, location } => {
                Self::Future { future, kind, by, location }
            }
            EventKind::FutureResolved { future, outcome: FutureOutcome::Result(text), by }
                if &*text == "None" =>
            {
                Self::ResolvesNone { future, by }
            }
            EventKind::TaskCreated { task, name: None, coroutine, parent, location, housekeeping: false } => {
                Self::Task { task, coroutine, parent, location }
            }
            EventKind::CallbackAdded { on, callback, by } => Self::Callback { on, callback, by },
            EventKind::Iteration { n, ready, moved, waited } => Self::Iteration { n, ready, moved, waited },
            EventKind::Line { location, task } => Self::Line { location, task },
            other => Self::Rare(Box::new(other)),
        }
    }

    fn gist(&self) -> Gist {
        match *self {
            Self::Ready { what: Subject::Step(task), .. } => Gist::Wakeup(task),
            Self::Run { .. } => Gist::Callback,
            Self::Step { task, .. } => Gist::Step(task),
            Self::Waits { task, chain, .. } => Gist::Waits(task, chain),
            Self::Yields { task, chain } => Gist::Yields(task, chain),
            Self::ReturnsNone { task } => Gist::Ended(task, Ending::Returned),
            Self::Task { task, location, .. } => Gist::Created(task, location),
            Self::Iteration { .. } => Gist::Iteration,
            Self::Line { location, .. } => Gist::Line(location),
            Self::Rare(ref kind) => Gist::of(kind),
            Self::Ready { .. }
            | Self::Timer { .. }
            | Self::Due { .. }
            | Self::RunEnded { .. }
            | Self::Future { .. }
            | Self::ResolvesNone { .. }
            | Self::Callback { .. } => Gist::Other,
        }
    }

    fn unpack(&self) -> Cow<'_, EventKind> {
        Cow::Owned(match *self {
            Self::Ready { handle, what, by } => EventKind::HandleScheduled { handle, what, by },
            Self::Timer { handle, deadline, delay, whats, what, by } => EventKind::TimerSet {
                handle,
                deadline,
                delay: (delay != NO_DELAY).then_some(delay),
                what: join_subject(whats.0, what),
                by: join_cause(whats.1, by),
            },
            Self::Due { handle } => EventKind::TimerMoved { handle },
            Self::Run { handle } => EventKind::HandleStarted { handle },
            Self::RunEnded { handle } => EventKind::HandleEnded { handle },
            Self::Step { task, handle, n } => EventKind::StepStarted { task, handle, n },
            Self::Waits { task, awaited, chain } => {
                EventKind::StepEnded { task, outcome: StepOutcome::Waiting(awaited), chain }
            }
            Self::Yields { task, chain } => {
                EventKind::StepEnded { task, outcome: StepOutcome::Yielded, chain }
            }
            Self::ReturnsNone { task } => {
                EventKind::StepEnded { task, outcome: StepOutcome::Returned("None".into()), chain: None }
            }
            Self::Future { future, kind, by, location } => {
                EventKind::FutureCreated { future, kind, by, location }
            }
            Self::ResolvesNone { future, by } => {
                EventKind::FutureResolved { future, outcome: FutureOutcome::Result("None".into()), by }
            }
            Self::Task { task, coroutine, parent, location } => {
                EventKind::TaskCreated { task, name: None, coroutine, parent, location, housekeeping: false }
            }
            Self::Callback { on, callback, by } => EventKind::CallbackAdded { on, callback, by },
            Self::Iteration { n, ready, moved, waited } => EventKind::Iteration { n, ready, moved, waited },
            Self::Line { location, task } => EventKind::Line { location, task },
            Self::Rare(ref kind) => return Cow::Borrowed(kind),
        })
    }
}

/// Some thousand events. Many share an instant, and nearly all a place, so those are held once.
#[derive(Debug)]
struct Chunk {
    kinds: Vec<Packed>,
    /// By event, which of the instants is its own.
    at: Vec<u16>,
    /// The instants, each later than the one before.
    instants: Vec<Moment>,
    /// The places, each with the first event of the chunk that has it.
    places: Vec<(u16, ThreadId, Option<LoopId>)>,
}

impl Chunk {
    fn new() -> Self {
        Self {
            kinds: Vec::with_capacity(CHUNK),
            at: Vec::with_capacity(CHUNK),
            instants: Vec::new(),
            places: Vec::new(),
        }
    }

    fn push(&mut self, place: Place, kind: EventKind) {
        if self.instants.last().is_none_or(|&last| last < place.at) {
            self.instants.push(place.at);
        }
        let last = self.places.last().map(|&(_, thread, on_loop)| (thread, on_loop));
        if last != Some((place.thread, place.on_loop)) {
            self.places.push((self.kinds.len() as u16, place.thread, place.on_loop));
        }
        self.at.push((self.instants.len() - 1) as u16);
        self.kinds.push(Packed::pack(kind));
        if self.kinds.len() == CHUNK {
            self.instants.shrink_to_fit();
        }
    }

    fn at(&self, index: usize) -> Moment {
        self.instants[usize::from(self.at[index])]
    }

    fn place(&self, index: usize) -> Place {
        let after = self.places.partition_point(|&(first, ..)| usize::from(first) <= index);
        let (_, thread, on_loop) = self.places[after - 1];
        Place { at: self.at(index), thread, on_loop }
    }

    /// The first event at or after `at`.
    fn first_at(&self, at: Moment) -> usize {
        let instant = self.instants.partition_point(|&other| other < at);
        self.at.partition_point(|&other| usize::from(other) < instant)
    }
}

/// Every event of a run, in order.
#[derive(Debug, Default)]
pub(super) struct Log {
    chunks: Vec<Chunk>,
    len: usize,
}

impl Log {
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Adds an event at the end. Time does not go back: an event earlier than the last is given its time.
    pub(super) fn push(&mut self, place: Place, kind: EventKind) {
        if self.len.is_multiple_of(CHUNK) {
            self.chunks.push(Chunk::new());
        }
        let chunk = self.chunks.last_mut().expect("a chunk was begun when the last was full");
        chunk.push(place, kind);
        self.len += 1;
    }

    /// When the event happened; for one beyond the last, the time of the last.
    pub(super) fn at(&self, n: usize) -> Moment {
        match self.len.checked_sub(1) {
            Some(last) => self.chunks[n.min(last) / CHUNK].at(n.min(last) % CHUNK),
            None => Moment::START,
        }
    }

    /// When and where, and what.
    pub(super) fn get(&self, n: usize) -> Option<(Place, Cow<'_, EventKind>)> {
        let chunk = self.chunks.get(n / CHUNK)?;
        let kind = chunk.kinds.get(n % CHUNK)?.unpack();
        Some((chunk.place(n % CHUNK), kind))
    }

    /// The kind, where it is held as it is; every event with text is.
    pub(super) fn rare(&self, n: usize) -> Option<&EventKind> {
        match self.chunks.get(n / CHUNK)?.kinds.get(n % CHUNK)? {
            Packed::Rare(kind) => Some(kind),
            _ => None,
        }
    }

    /// The event in short.
    pub(super) fn gist(&self, n: usize) -> Option<Gist> {
        Some(self.chunks.get(n / CHUNK)?.kinds.get(n % CHUNK)?.gist())
    }

    /// The task that the event puts on the ready queue, and who does it; found without unpacking it.
    pub(super) fn wake(&self, n: usize) -> Option<(TaskId, Cause)> {
        match self.chunks.get(n / CHUNK)?.kinds.get(n % CHUNK)? {
            Packed::Ready { what: Subject::Step(task), by, .. } => Some((*task, *by)),
            _ => None,
        }
    }

    /// The timer that the event moves to the ready queue.
    pub(super) fn moved(&self, n: usize) -> Option<HandleId> {
        match self.chunks.get(n / CHUNK)?.kinds.get(n % CHUNK)? {
            Packed::Due { handle } => Some(*handle),
            _ => None,
        }
    }

    /// The timer that the event sets, and who does it; found without unpacking it.
    pub(super) fn timer(&self, n: usize) -> Option<(HandleId, Cause)> {
        match self.chunks.get(n / CHUNK)?.kinds.get(n % CHUNK)? {
            Packed::Timer { handle, whats: (_, whose), by, .. } => Some((*handle, join_cause(*whose, *by))),
            _ => None,
        }
    }

    /// The event as it came.
    pub(super) fn event(&self, n: usize) -> Option<Event> {
        let (place, kind) = self.get(n)?;
        let Place { at, thread, on_loop } = place;
        Some(Event { seq: n as u64, at, thread, on_loop, kind: kind.into_owned() })
    }

    /// The first event at or after `at`; the length where there is none.
    pub(super) fn first_at(&self, at: Moment) -> usize {
        let before = |chunk: &Chunk| chunk.instants.last().is_some_and(|&last| last < at);
        let chunk = self.chunks.partition_point(before);
        self.chunks.get(chunk).map_or(self.len, |found| chunk * CHUNK + found.first_at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_event_is_small() {
        assert_eq!(size_of::<Packed>(), 32);
    }
}

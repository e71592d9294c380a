//! All events of a run, packed: 42 bytes each, and more only for those that carry text.
//!
//! What nearly every event is made of stands in [`Packed`] as it is; what is rare or large is boxed.

use std::borrow::Cow;

use crate::event::{Awaited, Cause, Event, EventKind, FutureKind, FutureOutcome, StepOutcome, Subject};
use crate::id::{ChainId, FutureId, HandleId, LocationId, LoopId, TaskId, TextId, ThreadId};
use crate::time::{Delay, Moment};

use super::fold::Place;

/// Events in a chunk: growing never copies what is there, and wastes at most one chunk.
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
            EventKind::Iteration { n, ready, moved, waited } => Self::Iteration { n, ready, moved, waited },
            EventKind::Line { location, task } => Self::Line { location, task },
            other => Self::Rare(Box::new(other)),
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
            Self::Iteration { n, ready, moved, waited } => EventKind::Iteration { n, ready, moved, waited },
            Self::Line { location, task } => EventKind::Line { location, task },
            Self::Rare(ref kind) => return Cow::Borrowed(kind),
        })
    }
}

/// The events that one moves to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// A step begins.
    Step,
    /// A callback begins.
    Callback,
    /// An iteration begins.
    Iteration,
}

#[derive(Debug)]
struct Chunk {
    at: Vec<Moment>,
    place: Vec<u16>,
    kinds: Vec<Packed>,
}

/// Every event of a run, in order.
#[derive(Debug, Default)]
pub(super) struct Log {
    chunks: Vec<Chunk>,
    len: usize,
    /// The pairs of thread and loop seen so far: a handful.
    places: Vec<(ThreadId, Option<LoopId>)>,
    last_place: u16,
}

impl Log {
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Adds an event at the end.
    pub(super) fn push(&mut self, place: Place, kind: EventKind) {
        let place_number = self.place_number((place.thread, place.on_loop));
        if self.len.is_multiple_of(CHUNK) {
            self.chunks.push(Chunk {
                at: Vec::with_capacity(CHUNK),
                place: Vec::with_capacity(CHUNK),
                kinds: Vec::with_capacity(CHUNK),
            });
        }
        let chunk = self.chunks.last_mut().expect("a chunk was begun when the last was full");
        chunk.at.push(place.at);
        chunk.place.push(place_number);
        chunk.kinds.push(Packed::pack(kind));
        self.len += 1;
    }

    fn place_number(&mut self, place: (ThreadId, Option<LoopId>)) -> u16 {
        if self.places.get(usize::from(self.last_place)) != Some(&place) {
            let known = self.places.iter().position(|&other| other == place).unwrap_or_else(|| {
                // Beyond the range places are no longer told apart; no run has so many threads.
                if self.places.len() < usize::from(u16::MAX) {
                    self.places.push(place);
                }
                self.places.len() - 1
            });
            self.last_place = known as u16;
        }
        self.last_place
    }

    /// When the event happened; for one beyond the last, the time of the last.
    pub(super) fn at(&self, n: usize) -> Moment {
        match self.len.checked_sub(1) {
            Some(last) => self.chunks[n.min(last) / CHUNK].at[n.min(last) % CHUNK],
            None => Moment::START,
        }
    }

    /// When and where, and what.
    pub(super) fn get(&self, n: usize) -> Option<(Place, Cow<'_, EventKind>)> {
        let chunk = self.chunks.get(n / CHUNK)?;
        let (thread, on_loop) = self.places[usize::from(*chunk.place.get(n % CHUNK)?)];
        let place = Place { at: chunk.at[n % CHUNK], thread, on_loop };
        Some((place, chunk.kinds[n % CHUNK].unpack()))
    }

    /// The kind, where it is held as it is; every event with text is.
    pub(super) fn rare(&self, n: usize) -> Option<&EventKind> {
        match self.chunks.get(n / CHUNK)?.kinds.get(n % CHUNK)? {
            Packed::Rare(kind) => Some(kind),
            _ => None,
        }
    }

    /// What the event begins, found without unpacking it.
    pub(super) fn mark(&self, n: usize) -> Option<Mark> {
        match self.chunks.get(n / CHUNK)?.kinds.get(n % CHUNK)? {
            Packed::Step { .. } => Some(Mark::Step),
            Packed::Run { .. } => Some(Mark::Callback),
            Packed::Iteration { .. } => Some(Mark::Iteration),
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
        let chunk = self.chunks.partition_point(|chunk| chunk.at.last().is_some_and(|&last| last < at));
        match self.chunks.get(chunk) {
            Some(found) => chunk * CHUNK + found.at.partition_point(|&other| other < at),
            None => self.len,
        }
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

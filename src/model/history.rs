//! A run as far as it is known: all events, what they are made of, and the way to any instant.
//!
//! Going back is never undoing: a checkpoint before the instant is copied, and the events after it folded in.

use std::borrow::Cow;

use crate::event::{
    Awaited, Cause, Definition, Dictionary, Event, EventKind, FutureKind, Header, Place, RunOutcome, Stream,
};
use crate::id::{HandleId, LocationId, ObjectId, TaskId, TextId};
use crate::time::Moment;

use super::diagnosis::Scene;
use super::fold;
use super::gist::Gist;
use super::inspection::Wake;
use super::log::Log;
use super::sync::{SyncObject, level_change};
use super::timeline::{Timeline, Tracks};
use super::{Handle, Model, Slot, Task};

/// Events between two checkpoints: what a seek folds at most. More would take too long, fewer too much memory:
/// where 100,000 tasks are alive, a checkpoint is some five megabytes.
const INTERVAL: usize = 3 << 16;

/// A run as far as it is known. It only grows.
#[derive(Debug, Default)]
pub struct History {
    header: Option<Header>,
    dictionary: Dictionary,
    log: Log,
    tracks: Tracks,
    /// The model after all events.
    latest: Model,
    /// The models after every [`INTERVAL`] events.
    checkpoints: Vec<Model>,
    /// The events that are output.
    outputs: Vec<u32>,
    /// The last event that says that a line begins.
    last_line: Option<usize>,
    /// How many events say that a line begins.
    lines: u32,
    /// The events that are about synchronisation objects.
    syncs: Vec<u32>,
}

/// Events of all objects that are looked back upon for the level of one.
const LEVELS: usize = 8192;

/// Events after a sleep's future was made among which its timer is set: the first, as `asyncio.sleep` is
/// written, unless another thread comes between.
const SET_WITHIN: usize = 4;

/// Who made a future, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FutureOrigin {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: Cause,
}

/// One write to standard output or error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutputPart<'h> {
    /// The event's number.
    pub event: usize,
    /// When.
    pub at: Moment,
    /// Where to.
    pub stream: Stream,
    /// What: one write, which is not always one line.
    pub text: &'h str,
    /// The task that wrote; none for code outside any task.
    pub task: Option<TaskId>,
    /// The line that wrote.
    pub location: Option<LocationId>,
}

impl History {
    /// A run of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes up how the run is set up.
    pub fn set_header(&mut self, header: Header) {
        self.header = Some(header);
    }

    /// Takes up the meaning of a number.
    pub fn define(&mut self, definition: Definition) {
        self.dictionary.define(definition);
    }

    /// Takes up the next event. Its place in the run is the next one, whatever its `seq` says, and its time no
    /// earlier than that of the one before.
    pub fn push(&mut self, event: Event) {
        let n = self.log.len();
        let at = event.at.max(self.latest.now());
        let place = fold::Place { at, thread: event.thread, on_loop: event.on_loop };
        self.latest.fold(place, &event.kind);
        self.tracks.record(n as u32, place, &event.kind, &self.latest);
        if matches!(event.kind, EventKind::Output { .. }) {
            self.outputs.push(n as u32);
        } else if matches!(event.kind, EventKind::Line { .. }) {
            self.last_line = Some(n);
            self.lines += 1;
        }
        if matches!(event.kind, EventKind::Sync { .. }) {
            self.syncs.push(n as u32);
        }
        self.log.push(place, event.kind);
        if self.log.len().is_multiple_of(INTERVAL) {
            self.checkpoints.push(self.latest.clone());
        }
    }

    /// How the run is set up; none before it is known.
    pub const fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    /// What the numbers in events mean.
    pub const fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// How many events there are.
    pub const fn len(&self) -> usize {
        self.log.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event with the number `n`.
    pub fn event(&self, n: usize) -> Option<Event> {
        self.log.event(n)
    }

    /// The event with the number `n` in short.
    pub fn gist(&self, n: usize) -> Option<Gist> {
        self.log.gist(n)
    }

    /// Whether event `n` begins a step of one of the program's own tasks.
    pub fn begins_step(&self, n: usize) -> bool {
        let Some(Gist::Step(task)) = self.gist(n) else { return false };
        self.latest.task(task).is_none_or(|task| !task.info.housekeeping)
    }

    /// Whether event `n` begins a step or a callback.
    pub fn begins_run(&self, n: usize) -> bool {
        matches!(self.gist(n), Some(Gist::Step(_) | Gist::Callback))
    }

    /// Whether event `n` begins an iteration of a loop.
    pub fn begins_iteration(&self, n: usize) -> bool {
        self.gist(n) == Some(Gist::Iteration)
    }

    /// The wake-up of a task that event `n` is, if it is one.
    pub fn wake(&self, n: usize) -> Option<Wake> {
        let (task, by) = self.log.wake(n)?;
        Some(Wake { event: n, task, by })
    }

    /// Something where event `n` moves that timer to the ready queue.
    pub(super) fn timer_moved(&self, n: usize, handle: HandleId) -> Option<()> {
        (self.log.moved(n)? == handle).then_some(())
    }

    /// When the event `n` happened; for one that is not there yet, the time of the last.
    pub fn at(&self, n: usize) -> Moment {
        self.log.at(n)
    }

    /// How many events happened before `at`: the number of the first that did not.
    pub fn events_before(&self, at: Moment) -> usize {
        self.log.first_at(at)
    }

    /// The model after all events.
    pub const fn latest(&self) -> &Model {
        &self.latest
    }

    /// How the run ended, if it has.
    pub const fn outcome(&self) -> Option<&RunOutcome> {
        self.latest.outcome()
    }

    /// The model after `n` events, or after all where there are fewer.
    pub fn model_at(&self, n: usize) -> Model {
        let mut model = Model::default();
        self.seek(&mut model, n);
        model
    }

    /// Brings `model`, which is of this run, to the instant after `n` events, the nearest way.
    pub fn seek(&self, model: &mut Model, n: usize) {
        let n = n.min(self.len());
        if n == self.len() && model.events() != n {
            *model = self.latest.clone();
            return;
        }
        let checkpoint = n / INTERVAL;
        if model.events() > n || model.events() < checkpoint * INTERVAL {
            *model = match checkpoint.checked_sub(1) {
                Some(index) => self.checkpoints[index].clone(),
                None => Model::default(),
            };
        }
        while model.events() < n
            && let Some((place, kind)) = self.log.get(model.events())
        {
            model.fold(place, &kind);
        }
    }

    /// Spans, columns and markers.
    pub const fn timeline(&self) -> Timeline<'_> {
        Timeline::new(&self.log, &self.tracks)
    }

    /// The last event that says that a line of the program begins; none where lines are not recorded.
    pub const fn last_line(&self) -> Option<usize> {
        self.last_line
    }

    /// The last event that says that a line begins, where as many are recorded as may be: further on, lines begin
    /// untold.
    pub fn lines_end(&self) -> Option<usize> {
        let most = self.header.as_ref().map_or(0, |header| header.lines);
        self.last_line.filter(|_| most > 0 && self.lines >= most)
    }

    /// The events that are output, in order.
    pub fn output_events(&self) -> &[u32] {
        &self.outputs
    }

    /// What was written by event `n`, if anything was.
    pub fn output_at(&self, n: usize) -> Option<&str> {
        match self.log.rare(n)? {
            EventKind::Output { text, .. } => Some(text),
            _ => None,
        }
    }

    /// How many events are output.
    pub const fn outputs_len(&self) -> usize {
        self.outputs.len()
    }

    /// The writes with these numbers; [`Model::outputs`] says how many an instant has seen.
    pub fn outputs(&self, range: std::ops::Range<usize>) -> impl DoubleEndedIterator<Item = OutputPart<'_>> {
        let end = range.end.min(self.outputs.len());
        self.outputs[range.start.min(end)..end].iter().filter_map(|&n| self.output_part(n as usize))
    }

    fn output_part(&self, event: usize) -> Option<OutputPart<'_>> {
        let EventKind::Output { stream, text, task, location } = self.log.rare(event)? else { return None };
        let (stream, task, location) = (*stream, *task, *location);
        Some(OutputPart { event, at: self.log.at(event), stream, text, task, location })
    }

    /// What was done to synchronisation objects, as numbers of events; [`Model::syncs`] says how many an
    /// instant has seen.
    pub fn syncs(&self) -> &[u32] {
        &self.syncs
    }

    /// The levels that an object had until the instant of `model`, oldest first, each with the event that
    /// brought it about; as far back as is looked.
    pub fn levels(&self, model: &Model, object: ObjectId) -> Vec<(usize, i64)> {
        let Some(mut level) = model.sync_objects().get(object).and_then(SyncObject::level) else {
            return Vec::new();
        };
        let mut levels = Vec::new();
        for &n in self.syncs[..model.syncs().min(self.syncs.len())].iter().rev().take(LEVELS) {
            if let Some(EventKind::Sync { object: other, kind, operation, .. }) = self.log.rare(n as usize)
                && *other == object
                && level_change(*kind, *operation) != 0
            {
                levels.push((n as usize, level));
                level -= level_change(*kind, *operation);
            }
        }
        levels.reverse();
        levels
    }

    /// What event `n` is, without copying what is large.
    pub(super) fn kind(&self, n: usize) -> Option<Cow<'_, EventKind>> {
        self.log.get(n).map(|(_, kind)| kind)
    }

    /// The string.
    pub fn text(&self, id: TextId) -> &str {
        self.dictionary.text(id)
    }

    /// The place in the program.
    pub fn place(&self, id: LocationId) -> Option<Place<'_>> {
        self.dictionary.place(id)
    }

    /// Whether the handle was scheduled, or its timer set, after the future was made.
    pub(super) const fn is_later(handle: &Handle, slot: &Slot) -> bool {
        slot.created > 0 && slot.created < handle.events
    }

    /// The timer that will end a task's sleep, and when it is due: the one that was set as soon as the future was
    /// made at which the task waits. None for a task that does not sleep.
    pub fn sleep_timer(&self, model: &Model, task: &Task) -> Option<(HandleId, Moment)> {
        let Some(Awaited::Future(future)) = task.awaits.filter(|_| task.is_waiting()) else { return None };
        let slot = model.future(future)?;
        let made = slot.created as usize;
        if slot.kind != FutureKind::Sleep || slot.outcome.is_some() || made == 0 {
            return None;
        }
        let by = Cause::Task(task.id());
        let (timer, _) =
            (made..made + SET_WITHIN).filter_map(|n| self.log.timer(n)).find(|(_, setter)| *setter == by)?;
        Some((timer, model.queues().handle(timer)?.deadline?))
    }

    /// Who made a future, and when; none where that was never said.
    pub fn future_origin(&self, slot: &Slot) -> Option<FutureOrigin> {
        let (place, kind) = self.log.get((slot.created as usize).checked_sub(1)?)?;
        let EventKind::FutureCreated { by, .. } = *kind else { return None };
        Some(FutureOrigin { at: place.at, by })
    }

    /// The qualified name of the task's coroutine.
    pub fn coroutine(&self, task: &Task) -> &str {
        self.dictionary.text(task.info.coroutine)
    }

    /// The newest instant, and what its numbers mean.
    pub fn scene(&self) -> Scene<'_> {
        let program = self.header.as_ref().map_or("", |header| &header.program);
        Scene { model: &self.latest, dictionary: &self.dictionary, program }
    }

    /// Whether the program's line of what a callback did is only where the loop was started: then the callback is
    /// none of the program's.
    pub fn is_below_callback(&self, by: Cause, location: LocationId) -> bool {
        let function = self.place(location).and_then(|place| place.function);
        matches!(by, Cause::Handle(_)) && function == Some("<module>")
    }

    /// Whether a place is in the program's own file; where no header says which that is, every place is.
    pub fn is_main(&self, place: Place<'_>) -> bool {
        self.header.as_ref().is_none_or(|header| header.program == place.file)
    }

    /// Where in the program's files the task is suspended; see [`Scene::suspended_at`].
    pub fn suspended_at(&self, task: &Task) -> Option<Place<'_>> {
        self.scene().suspended_at(task)
    }
}

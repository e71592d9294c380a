//! The playhead: playing, pausing and stepping through a run. Pure: no terminal, no process, no clock; time
//! comes in through [`Player::advance`].
//!
//! ```text
//!  Paused ◄──── pause, go ──── Playing, Rewinding ◄──┐ advance(dt)
//!     └────── play, rewind ──────► └─────────────────┘
//! ```
//!
//! Playing at the end of what is known waits for more, and stops where the run ended. Rewinding is playing
//! with time reversed. Both stop at breakpoints.

use std::ops::Range;
use std::time::Duration;

use crate::event::{Definition, Event, Header};
use crate::id::TaskId;
use crate::model::{History, Model};
use crate::time::Moment;

pub mod breakpoint;
mod changes;
mod movement;
mod pace;
mod place;
mod trail;

pub use breakpoint::{Breakpoint, Breakpoints, Change, Condition, Line, Switch};
pub use changes::Changes;
pub use movement::{Landmark, Move};
pub use pace::{Hold, Idle, Interval, Pace, Speed};
pub use place::Place;
use trail::Trail;

/// Whether the playhead moves by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Motion {
    /// It does not.
    #[default]
    Paused,
    /// It does.
    Playing,
    /// It does, towards the start.
    Rewinding,
}

/// A run with a playhead in it.
#[derive(Debug, Default)]
pub struct Player {
    history: History,
    model: Model,
    trail: Trail,
    motion: Motion,
    pace: Pace,
    /// How long the present instant has been shown while playing.
    waited: Duration,
    changes: Changes,
    breakpoints: Breakpoints,
    /// The instants that somebody marked, in order.
    bookmarks: Vec<usize>,
}

impl Player {
    /// A player before the first event of a run, paused.
    #[must_use]
    pub fn new(history: History) -> Self {
        Self { history, ..Self::default() }
    }

    /// The run.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Takes up how the run is set up.
    pub fn set_header(&mut self, header: Header) {
        self.history.set_header(header);
    }

    /// Takes up the meaning of a number.
    pub fn define(&mut self, definition: Definition) {
        self.history.define(definition);
    }

    /// Takes up the next event; the playhead stays where it is.
    pub fn push(&mut self, event: Event) {
        self.history.push(event);
    }

    /// The state of the run at the playhead.
    pub const fn model(&self) -> &Model {
        &self.model
    }

    /// Where the playhead is: after so many events.
    pub const fn playhead(&self) -> usize {
        self.model.events()
    }

    /// Whether nothing is known beyond the playhead.
    pub const fn is_at_end(&self) -> bool {
        self.playhead() >= self.history.len()
    }

    /// Whether the run is over and the playhead at its end.
    pub const fn is_finished(&self) -> bool {
        self.is_at_end() && self.history.outcome().is_some()
    }

    /// The instant that is shown: the time of the latest event and what has passed since while playing.
    pub fn now(&self) -> Moment {
        self.model.now() + self.interval().virtual_after(self.waited)
    }

    /// What lies between the playhead and the next event; nothing at the end. Says whether a long wait is
    /// shortened.
    pub fn interval(&self) -> Interval {
        self.pace.interval(&self.history, self.playhead()).unwrap_or_default()
    }

    /// Whether the playhead moves by itself.
    pub const fn motion(&self) -> Motion {
        self.motion
    }

    /// Whether a frame would differ from the last one by time alone: playing, and something is to come.
    pub const fn is_moving(&self) -> bool {
        match self.motion {
            Motion::Paused => false,
            Motion::Playing => !self.is_at_end(),
            Motion::Rewinding => true,
        }
    }

    /// Lets the playhead move by itself; from the end of a finished run it starts over.
    pub fn play(&mut self) {
        if self.is_finished() {
            self.go(Move::Start);
        }
        self.motion = Motion::Playing;
    }

    /// Lets the playhead move back by itself; there must be something before it.
    pub fn rewind(&mut self) {
        if self.playhead() > 0 {
            self.motion = Motion::Rewinding;
        }
    }

    /// Stops it.
    pub const fn pause(&mut self) {
        self.motion = Motion::Paused;
    }

    /// Plays or pauses.
    pub fn toggle(&mut self) {
        match self.motion {
            Motion::Paused => self.play(),
            Motion::Playing | Motion::Rewinding => self.pause(),
        }
    }

    /// Where running and playing stop.
    pub const fn breakpoints(&self) -> &Breakpoints {
        &self.breakpoints
    }

    /// The same, to be changed.
    pub const fn breakpoints_mut(&mut self) -> &mut Breakpoints {
        &mut self.breakpoints
    }

    /// The breakpoint that stopped at the latest event, by its place in the list.
    pub fn breakpoint_here(&self) -> Option<usize> {
        let n = self.playhead().checked_sub(1)?;
        self.breakpoints.prepared(&self.history)?.at(&self.history, n)
    }

    /// The first of these events at which a breakpoint stops.
    pub fn hit_among(&self, mut events: Range<usize>) -> Option<usize> {
        if events.is_empty() {
            return None;
        }
        let breakpoints = self.breakpoints.prepared(&self.history)?;
        events.find(|&n| breakpoints.at(&self.history, n).is_some())
    }

    /// The next event at which the breakpoint at this place in the list stops, whether it is on or off; after the last
    /// comes the first.
    pub fn next_hit_of(&self, index: usize) -> Option<usize> {
        let mut alone = Breakpoints::default();
        alone.set(self.breakpoints.list().get(index)?.condition.clone());
        let alone = alone.prepared(&self.history)?;
        let (here, len) = (self.playhead(), self.history.len());
        (here..len).chain(0..here).find(|&n| alone.at(&self.history, n).is_some())
    }

    /// The instants that are marked, in order.
    pub fn bookmarks(&self) -> &[usize] {
        &self.bookmarks
    }

    /// Marks the instant at the playhead, or takes the mark away. Says whether it is marked now.
    pub fn toggle_bookmark(&mut self) -> bool {
        match self.bookmarks.binary_search(&self.playhead()) {
            Ok(index) => {
                self.bookmarks.remove(index);
                false
            }
            Err(index) => {
                self.bookmarks.insert(index, self.playhead());
                true
            }
        }
    }

    /// Takes the mark at this place among them away; gives the instant that had it.
    pub fn remove_bookmark(&mut self, index: usize) -> Option<usize> {
        (index < self.bookmarks.len()).then(|| self.bookmarks.remove(index))
    }

    /// Takes breakpoints and marks over from another run of the same program.
    pub fn take_marks(&mut self, other: &Self) {
        self.breakpoints.clone_from(&other.breakpoints);
        self.bookmarks.clone_from(&other.bookmarks);
    }

    /// How fast playing goes.
    pub const fn pace(&self) -> Pace {
        self.pace
    }

    /// Sets how fast playing goes; the part of the present wait that is over stays so.
    pub fn set_pace(&mut self, pace: Pace) {
        let before = self.interval().total();
        self.pace = pace;
        if !before.is_zero() {
            self.waited = self.interval().total().mul_f64(self.waited.div_duration_f64(before));
        }
    }

    /// What the latest move changed.
    pub const fn changes(&self) -> &Changes {
        &self.changes
    }

    /// The task that the instant is about: that of the latest event which is about one of the program's own.
    pub fn subject(&self) -> Option<TaskId> {
        Changes::latest_task(&self.history, self.playhead())
    }

    /// Lets `dt` pass on the wall: while playing, the playhead moves as far as that takes it. Says whether it
    /// moved.
    pub fn advance(&mut self, dt: Duration) -> bool {
        match self.motion {
            Motion::Paused => false,
            Motion::Playing => self.advance_forward(dt),
            Motion::Rewinding => self.advance_back(dt),
        }
    }

    fn advance_forward(&mut self, dt: Duration) -> bool {
        let from = self.playhead();
        let mut to = from;
        self.waited = self.waited.saturating_add(dt);
        while let Some(interval) = self.pace.interval(&self.history, to) {
            let Some(rest) = self.waited.checked_sub(interval.total()) else { break };
            self.waited = rest;
            to += 1;
        }
        if let Some(hit) = self.hit_among(from..to) {
            self.pause();
            self.waited = Duration::ZERO;
            return self.seek(hit + 1);
        }
        if to >= self.history.len() {
            // What is not there yet is shown as soon as it is, and no sooner.
            self.waited = Duration::ZERO;
            if self.history.outcome().is_some() {
                self.motion = Motion::Paused;
            }
        }
        self.seek(to)
    }

    /// The same with time reversed: what was waited becomes less, and then it is the event before.
    fn advance_back(&mut self, dt: Duration) -> bool {
        let mut to = self.playhead();
        let breakpoints = self.breakpoints.prepared(&self.history);
        let is_hit = |n: usize| breakpoints.as_ref().is_some_and(|each| each.at(&self.history, n).is_some());
        let mut owed = dt;
        let motion = loop {
            match self.waited.checked_sub(owed) {
                Some(rest) => {
                    self.waited = rest;
                    break if to == 0 { Motion::Paused } else { Motion::Rewinding };
                }
                None if to == 0 => {
                    self.waited = Duration::ZERO;
                    break Motion::Paused;
                }
                None => owed -= self.waited,
            }
            to -= 1;
            self.waited = self.pace.interval(&self.history, to).unwrap_or_default().total();
            if to > 0 && is_hit(to - 1) {
                self.waited = Duration::ZERO;
                break Motion::Paused;
            }
        };
        self.motion = motion;
        self.seek(to)
    }

    /// Moves the playhead, and pauses. Says whether it moved.
    pub fn go(&mut self, movement: Move) -> bool {
        self.pause();
        self.waited = Duration::ZERO;
        let has_moved = self.seek(self.target(movement));
        // An instant at which nothing happens lies in the wait for what comes next.
        if let Move::ToTime(at) = movement {
            self.waited = self.interval().after_virtual(at.since(self.model.now()));
        }
        has_moved
    }

    fn seek(&mut self, to: usize) -> bool {
        let from = self.playhead();
        if to == from {
            return false;
        }
        let outputs = self.model.outputs();
        self.trail.seek(&self.history, &mut self.model, to);
        self.changes = Changes::between(&self.history, from, to, outputs, self.model.outputs());
        true
    }
}

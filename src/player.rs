//! The playhead: playing, pausing and stepping through a run. Pure: no terminal, no process, no clock; time
//! comes in through [`Player::advance`].
//!
//! ```text
//!  Paused ◄──── pause, go ──── Playing ◄──┐ advance(dt)
//!     └────────── play ──────────► └──────┘
//! ```
//!
//! Playing at the end of what is known waits for more, and stops where the run ended.

use std::time::Duration;

use crate::event::{Definition, Event, Header};
use crate::model::{History, Model};
use crate::time::Moment;

mod changes;
mod pace;
mod place;

pub use changes::Changes;
pub use pace::{Hold, Interval, Pace, Speed};
pub use place::Place;

/// A way to move the playhead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// So many events on, or back.
    Event(isize),
    /// To where the next but so many steps of a task begins, or to where one began before.
    Step(isize),
    /// The same for iterations of a loop.
    Iteration(isize),
    /// Before the first event.
    Start,
    /// After the last event that is known.
    End,
    /// After so many events.
    To(usize),
    /// After all that happened until then.
    ToTime(Moment),
}

/// Whether the playhead moves by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Motion {
    /// It does not.
    #[default]
    Paused,
    /// It does.
    Playing,
}

/// A run with a playhead in it.
#[derive(Debug, Default)]
pub struct Player {
    history: History,
    model: Model,
    motion: Motion,
    pace: Pace,
    /// How long the present instant has been shown while playing.
    waited: Duration,
    changes: Changes,
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
        matches!(self.motion, Motion::Playing) && !self.is_at_end()
    }

    /// Lets the playhead move by itself; from the end of a finished run it starts over.
    pub fn play(&mut self) {
        if self.is_finished() {
            self.go(Move::Start);
        }
        self.motion = Motion::Playing;
    }

    /// Stops it.
    pub const fn pause(&mut self) {
        self.motion = Motion::Paused;
    }

    /// Plays or pauses.
    pub fn toggle(&mut self) {
        match self.motion {
            Motion::Paused => self.play(),
            Motion::Playing => self.pause(),
        }
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

    /// Lets `dt` pass on the wall: while playing, the playhead moves as far as that takes it. Says whether it
    /// moved.
    pub fn advance(&mut self, dt: Duration) -> bool {
        if self.motion == Motion::Paused {
            return false;
        }
        let from = self.playhead();
        let mut to = from;
        self.waited = self.waited.saturating_add(dt);
        while let Some(interval) = self.pace.interval(&self.history, to) {
            let Some(rest) = self.waited.checked_sub(interval.total()) else { break };
            self.waited = rest;
            to += 1;
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

    /// Moves the playhead, and pauses. Says whether it moved.
    pub fn go(&mut self, movement: Move) -> bool {
        self.pause();
        self.waited = Duration::ZERO;
        self.seek(self.target(movement))
    }

    /// Where a move would lead.
    pub fn target(&self, movement: Move) -> usize {
        let (here, len) = (self.playhead(), self.history.len());
        match movement {
            Move::Event(by) => here.saturating_add_signed(by).min(len),
            Move::Step(by) => self.nth(by, |n| self.history.begins_step(n)),
            Move::Iteration(by) => self.nth(by, |n| self.history.begins_iteration(n)),
            Move::Start => 0,
            Move::End => len,
            Move::To(n) => n.min(len),
            Move::ToTime(at) => self.history.events_before(Moment(at.0.saturating_add(1))),
        }
    }

    /// The instant after the `by`-th event from here that is one of those wanted.
    fn nth(&self, by: isize, wanted: impl Fn(usize) -> bool) -> usize {
        let (here, len) = (self.playhead(), self.history.len());
        let count = by.unsigned_abs();
        let found = match by {
            0 => return here,
            1.. => (here..len).filter(|&n| wanted(n)).nth(count - 1).unwrap_or(len.wrapping_sub(1)),
            _ => match (0..here.saturating_sub(1)).rev().filter(|&n| wanted(n)).nth(count - 1) {
                Some(found) => found,
                None => return 0,
            },
        };
        found.wrapping_add(1)
    }

    fn seek(&mut self, to: usize) -> bool {
        let from = self.playhead();
        if to == from {
            return false;
        }
        let outputs = self.model.outputs();
        self.history.seek(&mut self.model, to);
        self.changes = Changes::between(&self.history, from, to, outputs, self.model.outputs());
        true
    }
}

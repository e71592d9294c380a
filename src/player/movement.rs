//! Where a move of the playhead leads.

use std::ops::Range;

use super::Player;
use crate::id::TaskId;
use crate::model::Gist;
use crate::model::timeline::{MarkerKind, SpanState, TrackId};
use crate::time::Moment;

/// Half of what times are shown to: whoever asks for 1.000 s means all that is shown with that time. The clock is read
/// now and then at an instant, so that what happens at it stands a few microseconds apart.
const SHOWN: u64 = 500_000;

/// Something in a run that one moves to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Landmark {
    /// A line of the program begins; where lines are not recorded there are none.
    Line,
    /// A task is put on the ready queue.
    Wakeup,
    /// Something is written.
    Output,
    /// A remark.
    Finding,
    /// A task raises or is cancelled, a future or the run fails.
    Error,
    /// An instant that somebody marked.
    Bookmark,
    /// An event at which a breakpoint would stop.
    Hit,
}

impl Landmark {
    /// In a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Wakeup => "wake-up",
            Self::Output => "output",
            Self::Finding => "finding",
            Self::Error => "error",
            Self::Bookmark => "bookmark",
            Self::Hit => "breakpoint",
        }
    }
}

/// A way to move the playhead. Steps and iterations lead to the start, or to the end of a run that is over, where there
/// are not as many; in a run that goes on there is no end to go to. To the other landmarks and to a task's steps one
/// moves only where they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// So many events on, or back.
    Event(isize),
    /// To where the next but so many steps of a task begins, or to where one began before.
    Step(isize),
    /// The same for the steps of one task.
    TaskStep(TaskId, isize),
    /// The same for iterations of a loop.
    Iteration(isize),
    /// To the next but so many of something, or to one before.
    Landmark(Landmark, isize),
    /// Before the first event.
    Start,
    /// After the last event that is known.
    End,
    /// After so many events.
    To(usize),
    /// After all that happened until then, and all that is shown with that time.
    ToTime(Moment),
    /// After so many hundredths of the events that are known.
    ToPercent(u8),
}

/// The `count`-th of some numbers from `here` on, or of those before `here - 1`: at that one the playhead is.
fn nth(here: usize, len: usize, by: isize, wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let count = by.unsigned_abs().checked_sub(1)?;
    if by > 0 {
        (here..len).filter(|&n| wanted(n)).nth(count)
    } else {
        (0..here.saturating_sub(1)).rev().filter(|&n| wanted(n)).nth(count)
    }
}

/// The same where the numbers stand in a list, found by halving.
fn nth_of<T: Copy>(list: &[T], number: impl Fn(T) -> usize, here: usize, by: isize) -> Option<usize> {
    let count = by.unsigned_abs().checked_sub(1)?;
    let index = if by > 0 {
        list.partition_point(|&entry| number(entry) < here).checked_add(count)?
    } else {
        list.partition_point(|&entry| number(entry) + 1 < here).checked_sub(count + 1)?
    };
    list.get(index).map(|&entry| number(entry))
}

impl Player {
    /// Where a move would lead; where it cannot be made, that is where the playhead is.
    pub fn target(&self, movement: Move) -> usize {
        let (here, len) = (self.playhead(), self.history().len());
        match movement {
            Move::Event(by) => here.saturating_add_signed(by).min(len),
            Move::Step(by) => self.nth_or_edge(by, |n| self.history().begins_step(n)),
            Move::Iteration(by) => self.nth_or_edge(by, |n| self.history().begins_iteration(n)),
            Move::TaskStep(task, by) => self.task_step(task, by).map_or(here, |n| n + 1),
            Move::Landmark(Landmark::Bookmark, by) => self.bookmark(by).unwrap_or(here),
            Move::Landmark(landmark, by) => self.landmark(landmark, by).map_or(here, |n| n + 1),
            Move::Start => 0,
            Move::End => len,
            Move::To(n) => n.min(len),
            Move::ToTime(at) => self.history().events_before(Moment(at.0.saturating_add(SHOWN))),
            Move::ToPercent(percent) => {
                (len as u128 * u128::from(percent.min(100)) / 100).try_into().unwrap_or(len)
            }
        }
    }

    /// The instant after the `by`-th event from here that is one of those wanted, or the first instant, or the last
    /// of a run that is over.
    fn nth_or_edge(&self, by: isize, wanted: impl Fn(usize) -> bool) -> usize {
        let (here, len) = (self.playhead(), self.history().len());
        let edge = match by {
            0 => return here,
            ..0 => 0,
            1.. if self.history().outcome().is_some() => len,
            1.. => here,
        };
        nth(here, len, by, wanted).map_or(edge, |n| n + 1)
    }

    /// The first of these events to which a single such move forwards leads; none for moves that do not look for an
    /// event.
    pub fn first_among(&self, movement: Move, mut events: Range<usize>) -> Option<usize> {
        let history = self.history();
        match movement {
            Move::Step(1) => events.find(|&n| history.begins_step(n)),
            Move::Iteration(1) => events.find(|&n| history.begins_iteration(n)),
            _ => None,
        }
    }

    /// The event at which a step of the task begins, found in the spans of its track.
    fn task_step(&self, task: TaskId, by: isize) -> Option<usize> {
        let (here, len) = (self.playhead(), self.history().len());
        let count = by.unsigned_abs().checked_sub(1)?;
        let timeline = self.history().timeline();
        let track = timeline.track(TrackId::Task(task))?;
        let events = if by > 0 { here..len } else { 0..here.saturating_sub(1) };
        let within = events.clone();
        let begins = timeline
            .spans_between(track, events)
            .filter(|span| span.state == SpanState::Running)
            .map(|span| span.events.start)
            .filter(|&n| within.contains(&n) && self.history().gist(n) == Some(Gist::Step(task)));
        if by > 0 { begins.into_iter().nth(count) } else { begins.rev().nth(count) }
    }

    fn landmark(&self, landmark: Landmark, by: isize) -> Option<usize> {
        let history = self.history();
        let (here, len) = (self.playhead(), history.len());
        let is = |wanted: fn(Gist) -> bool| move |n| history.gist(n).is_some_and(wanted);
        match landmark {
            Landmark::Line => {
                let len = len.min(history.last_line()? + 1);
                nth(here, len, by, is(|gist| matches!(gist, Gist::Line(_))))
            }
            Landmark::Wakeup => nth(here, len, by, is(|gist| matches!(gist, Gist::Wakeup(_)))),
            Landmark::Error => nth(here, len, by, is(Gist::is_error)),
            Landmark::Output => nth_of(history.output_events(), |event| event as usize, here, by),
            Landmark::Finding => {
                let markers = history.timeline().markers();
                let is_finding = |index: usize| markers[index].kind == MarkerKind::Finding;
                let first = markers.partition_point(|marker| (marker.event as usize) < here);
                let past = markers.partition_point(|marker| marker.event as usize + 1 < here);
                let from = if by > 0 { first } else { past + 1 };
                nth(from, markers.len(), by, is_finding).map(|index| markers[index].event as usize)
            }
            Landmark::Hit => {
                let hit = self.breakpoints().prepared(history)?;
                nth(here, len, by, |n| hit.at(history, n).is_some())
            }
            Landmark::Bookmark => None,
        }
    }

    fn bookmark(&self, by: isize) -> Option<usize> {
        // A bookmark is an instant, not an event: one more than the event that led to it.
        let count = by.unsigned_abs().checked_sub(1)?;
        let (here, bookmarks) = (self.playhead(), self.bookmarks());
        let index = if by > 0 {
            bookmarks.partition_point(|&n| n <= here).checked_add(count)?
        } else {
            bookmarks.partition_point(|&n| n < here).checked_sub(count + 1)?
        };
        bookmarks.get(index).copied()
    }
}

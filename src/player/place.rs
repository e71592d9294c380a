//! The same moment in another run: that of a program which was changed meanwhile.

use std::time::Duration;

use super::{Player, Trail};
use crate::event::fields::Number;
use crate::id::TaskId;
use crate::model::{History, Model, Task};
use crate::time::Moment;

/// What counts as one instant: reading the clock moves virtual time by a trifle, and a changed program may read
/// it more or less often.
const GRAIN: u64 = 1_000_000;

/// A moment of a run, in words that another run of a changed program understands: when, and which event then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    at: Moment,
    /// The time that is shown: later than the event's while a wait passes.
    shown: Moment,
    /// How many events of the instant have happened.
    count: usize,
    /// What the last of them is about, and how many such there were by then in the instant.
    last: Option<(Gist, usize)>,
}

/// What an event is about, whatever the numbers in it: its tag, and the name and coroutine of its task.
type Gist = (&'static str, Option<(String, String)>);

impl Place {
    /// Where a player's playhead is.
    pub fn of(player: &Player) -> Self {
        Self { shown: player.now(), ..Self::after(player.history(), player.playhead()) }
    }

    /// After so many events of a run.
    fn after(history: &History, playhead: usize) -> Self {
        let Some(last) = playhead.checked_sub(1) else {
            return Self { at: Moment(0), shown: Moment(0), count: 0, last: None };
        };
        let at = history.at(last);
        let first = instant(history, at).0.min(last);
        let gist = gist(history, last);
        let same = (first..playhead).filter(|&n| self::gist(history, n) == gist).count();
        Self { at, shown: at, count: playhead - first, last: gist.map(|gist| (gist, same)) }
    }

    /// Whether a run that is still growing has come far enough to say where it is.
    pub fn is_known(&self, history: &History) -> bool {
        history.outcome().is_some() || history.latest().now().0 / GRAIN > self.shown.0 / GRAIN
    }

    /// After how many events of a run it is, and whether the very same event was found.
    pub fn find(&self, history: &History) -> (usize, bool) {
        let (playhead, is_same) = self.find_event(history);
        // In the midst of a wait, what happens meanwhile in the other run has happened.
        let is_waiting = self.shown.0 / GRAIN > self.at.0 / GRAIN;
        let passed =
            if is_waiting { history.events_before(Moment(self.shown.0.saturating_add(1))) } else { 0 };
        if passed > playhead { (passed, false) } else { (playhead, is_same) }
    }

    fn find_event(&self, history: &History) -> (usize, bool) {
        let Some((wanted, nth)) = &self.last else { return (0, true) };
        let (first, after) = instant(history, self.at);
        let mut same = (first..after).filter(|&n| gist(history, n).as_ref() == Some(wanted));
        if let Some(found) = same.nth(nth - 1) {
            return (found + 1, true);
        }
        // Nothing such happens then: as many events into the instant, or what was before it.
        ((first + self.count).min(after).max(usize::from(!history.is_empty())), false)
    }
}

/// The events of the instant around `at`: from the first to the one after the last.
fn instant(history: &History, at: Moment) -> (usize, usize) {
    let start = at.0 / GRAIN * GRAIN;
    (history.events_before(Moment(start)), history.events_before(Moment(start.saturating_add(GRAIN))))
}

fn gist(history: &History, n: usize) -> Option<Gist> {
    let kind = history.event(n)?.kind;
    let task = kind.to_fields().number(Number::Task).and_then(|id| u32::try_from(id).ok());
    let task = task.and_then(|id| history.latest().task(TaskId(id)));
    let named = |task: &Task| (task.name(), history.coroutine(task).to_owned());
    Some((kind.tag(), task.map(named)))
}

impl Player {
    /// The run, and nothing else of the player.
    #[must_use]
    pub fn into_history(self) -> History {
        self.history
    }

    /// Takes another run in place of this one. The playhead stays at the same moment, as far as that can be said: at
    /// the same time, and where it still happens then, at the same event. It plays on if it did.
    pub fn exchange(&mut self, history: History) {
        let place = Place::of(self);
        let (playhead, is_same) = place.find(&history);
        let held = if is_same { self.waited.min(self.interval().hold) } else { Duration::ZERO };
        let marked = |&event: &usize| Place::after(&self.history, event).find(&history).0;
        let mut bookmarks: Vec<usize> = self.bookmarks.iter().map(marked).collect();
        bookmarks.sort_unstable();
        bookmarks.dedup();
        self.bookmarks = bookmarks;
        self.history = history;
        self.model = Model::default();
        self.trail = Trail::default();
        self.seek(playhead);
        // The time that is shown stays, although there may be no event at it: then it passes in a wait.
        let interval = self.interval();
        let passed = place.shown.since(self.model.now());
        self.waited = interval.after_virtual(passed).max(held.min(interval.hold));
    }
}

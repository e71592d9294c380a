//! Moves of the playhead in a run that may still grow: to landmarks, to breakpoints, along with its end.

use super::{Limit, Session, Supply};
use crate::player::{Hold, Idle, Landmark, Motion, Move, Switch};
use crate::tui::direction::Direction;

/// Where the playhead is bound for when more arrives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Course {
    /// Nowhere: it moves when it is moved.
    #[default]
    Free,
    /// Along with the end; but no further than this many events, for there may be none.
    ToEnd(usize),
    /// To the next event at which a breakpoint stops.
    ToHit {
        /// The events before this one are none.
        from: usize,
        /// And no further than this many events.
        limit: usize,
    },
    /// To the next step or iteration; it stays where it is until one is found.
    Looking {
        /// The move that was asked for.
        movement: Move,
        /// The events before this one are none.
        from: usize,
        /// And it is looked no further than this many events.
        limit: usize,
    },
    /// Nowhere, for it has gone as far as it may at once.
    AtLimit,
}

impl Session {
    /// How many events beyond the playhead are taken up.
    pub const fn limit(&self) -> Limit {
        self.limit
    }

    /// Sets how many events beyond the playhead are taken up; what was held up by it goes on.
    pub fn set_limit(&mut self, events: usize) {
        let before = std::mem::replace(&mut self.limit, Limit::Events(events.max(1)));
        self.say(format!("runs ahead by at most {}", self.limit));
        if self.course == Course::AtLimit && self.limit.beyond(0) > before.beyond(0) {
            self.go(Move::End);
        }
    }

    /// Doubles it.
    pub fn raise_limit(&mut self) {
        match self.limit {
            Limit::Events(events) => self.set_limit(events.saturating_mul(2)),
            Limit::Unlimited => self.say("there is no limit: a recording is read to its end".to_owned()),
        }
    }

    /// Whether the playhead follows the end of a run that still grows.
    pub const fn is_live(&self) -> bool {
        matches!(self.supply, Supply::Open) && matches!(self.course, Course::ToEnd(_))
    }

    /// Whether the playhead stopped because it has gone as far as it may at once.
    pub const fn is_at_limit(&self) -> bool {
        matches!(self.course, Course::AtLimit)
    }

    /// Whether more of the run may come.
    pub const fn is_growing(&self) -> bool {
        matches!(self.supply, Supply::Open)
    }

    fn may_run_to(&self) -> usize {
        self.limit.beyond(self.player.history().len())
    }

    /// Moves the playhead; says so where there is nothing to move to.
    pub fn go(&mut self, movement: Move) {
        self.course = match (movement, &self.supply) {
            (Move::End, Supply::Open) => Course::ToEnd(self.may_run_to()),
            _ => Course::Free,
        };
        let has_moved = self.player.go(movement);
        if let Some((what, direction)) = sought(movement).filter(|_| !has_moved) {
            if matches!(movement, Move::Step(1) | Move::Iteration(1)) && self.wants_more() {
                let from = self.player.history().len();
                let limit = self.limit.beyond(self.player.playhead());
                self.course = Course::Looking { movement, from, limit };
                self.say(format!("looking for the next {what} further on"));
            } else {
                self.say_missing(what, direction);
            }
        }
        self.refresh();
    }

    /// Goes where a step or an iteration was found among the events that have arrived since it was asked for.
    fn go_on_looking(&mut self, movement: Move, from: usize, limit: usize) {
        let known = self.player.history().len();
        if let Some(found) = self.player.first_among(movement, from.min(known)..known) {
            self.course = Course::Free;
            self.fall_silent();
            self.player.go(Move::To(found + 1));
            self.refresh();
        } else if known < limit && matches!(self.supply, Supply::Open) {
            self.course = Course::Looking { movement, from: known, limit };
        } else {
            // A run that is over has an end to go to; the rest stays where it is.
            self.fall_silent();
            self.go(movement);
        }
    }

    fn say_missing(&mut self, what: &str, direction: Direction) {
        let history = self.player.history();
        let ahead = history.len() - self.player.playhead();
        let is_line = what == Landmark::Line.word() && direction == Direction::Forward;
        if let Some(header) = history.header().filter(|_| is_line && history.lines_end().is_some()) {
            return self
                .say(format!("no line after this: only the first {} lines are recorded", header.lines));
        }
        self.say(match (direction, &self.supply) {
            (Direction::Back, _) => format!("no {what} before this"),
            (Direction::Forward, Supply::Open)
                if self.limit.beyond(self.player.playhead()) <= history.len() =>
            {
                format!("no {what} after this as far as the run is known: {ahead} events on; A looks further")
            }
            (Direction::Forward, Supply::Open) => format!("no {what} after this so far"),
            (Direction::Forward, Supply::Ended(_)) => format!("no {what} after this"),
        });
    }

    /// To the next step of the task that is asked about, or to the one before.
    pub fn go_to_task_step(&mut self, by: isize) {
        match self.subject() {
            Some(task) => self.go(Move::TaskStep(task, by)),
            None => self.say("no task is selected".to_owned()),
        }
    }

    /// Runs to the next event at which a breakpoint stops.
    pub fn run(&mut self, direction: Direction) {
        let mut counting = self.player.breakpoints().list().iter().filter(|each| each.switch == Switch::On);
        if counting.next().is_none() {
            self.say("no breakpoint is set; b sets one, :help says more".to_owned());
            return;
        }
        let by = if direction == Direction::Back { -1 } else { 1 };
        let known = self.player.history().len();
        let target = self.player.target(Move::Landmark(Landmark::Hit, by));
        if target != self.player.playhead() {
            self.go(Move::To(target));
            self.say_hit();
            return;
        }
        match (direction, &self.supply) {
            (Direction::Back, _) => self.go(Move::Start),
            (Direction::Forward, Supply::Ended(_)) => self.go(Move::End),
            (Direction::Forward, Supply::Open) => {
                let limit = self.may_run_to();
                self.go(Move::To(known));
                self.course = Course::ToHit { from: known, limit };
                return;
            }
        }
        self.say_missing("breakpoint", direction);
    }

    fn say_hit(&mut self) {
        if let Some(index) = self.player.breakpoint_here() {
            let condition = &self.player.breakpoints().list()[index].condition;
            self.say(format!("breakpoint {}: {condition}", index + 1));
        }
    }

    /// Goes on where more has arrived.
    pub(super) fn keep_course(&mut self) {
        let known = self.player.history().len();
        let is_over = !matches!(self.supply, Supply::Open);
        match self.course {
            Course::Free | Course::AtLimit => return,
            Course::Looking { movement, from, limit } => return self.go_on_looking(movement, from, limit),
            Course::ToEnd(limit) => {
                self.player.go(Move::To(limit.min(known)));
                self.course = match () {
                    () if is_over => Course::Free,
                    () if known >= limit => Course::AtLimit,
                    () => self.course,
                };
            }
            Course::ToHit { from, limit } => {
                let end = known.min(limit);
                if let Some(hit) = self.player.hit_among(from.min(end)..end) {
                    self.player.go(Move::To(hit + 1));
                    self.course = Course::Free;
                    self.say_hit();
                } else {
                    self.player.go(Move::To(end));
                    self.course = Course::ToHit { from: end, limit };
                    if is_over {
                        self.course = Course::Free;
                        self.say_missing("breakpoint", Direction::Forward);
                    } else if end >= limit {
                        self.course = Course::AtLimit;
                    }
                }
            }
        }
        if self.course == Course::AtLimit {
            let limit = self.limit;
            self.say(format!("stopped after {limit} more: the program may never end; :limit N raises that"));
        }
        self.refresh();
    }

    /// Says what stopped the playhead, where a breakpoint did while it played.
    pub(super) fn say_where_stopped(&mut self, before: Motion) {
        if before != Motion::Paused && self.player.motion() == Motion::Paused {
            self.say_hit();
        }
    }

    /// Marks the instant, or takes its mark away.
    pub fn toggle_bookmark(&mut self) {
        let is_set = self.player.toggle_bookmark();
        let what = if is_set { "bookmark set" } else { "bookmark deleted" };
        self.say(format!("{what} at event {}", self.player.playhead()));
    }

    /// Lets long waits pass at once, or shortens them only.
    pub fn toggle_idle(&mut self) {
        let mut pace = self.player.pace();
        pace.idle = match pace.idle {
            Idle::Shortened => Idle::Skipped,
            Idle::Skipped => Idle::Shortened,
        };
        self.player.set_pace(pace);
        self.say(idle_said(pace.idle).to_owned());
    }

    /// Holds each step for less time or more.
    pub fn change_hold(&mut self, direction: Direction) {
        let mut pace = self.player.pace();
        pace.hold = match direction {
            Direction::Back => pace.hold.shorter(),
            Direction::Forward => pace.hold.longer(),
        };
        self.player.set_pace(pace);
        self.say(hold_said(pace.hold));
    }

    /// Plays backwards, or pauses.
    pub fn rewind(&mut self) {
        self.course = Course::Free;
        match self.player.motion() {
            Motion::Rewinding => self.player.pause(),
            _ => self.player.rewind(),
        }
        self.refresh();
    }
}

/// What becomes of long waits, in words.
pub fn idle_said(idle: Idle) -> &'static str {
    match idle {
        Idle::Shortened => "long waits are shortened",
        Idle::Skipped => "long waits are skipped",
    }
}

/// How long steps are held, in words.
pub fn hold_said(hold: Hold) -> String {
    match hold.duration().as_secs_f64() {
        0.0 => "steps are not held: true time".to_owned(),
        seconds => format!("steps are held for {seconds} s"),
    }
}

/// What a move looks for, and in which direction; none for one that leads somewhere in any case.
const fn sought(movement: Move) -> Option<(&'static str, Direction)> {
    let (what, by) = match movement {
        Move::Step(by) => ("task step", by),
        Move::Iteration(by) => ("iteration", by),
        Move::TaskStep(_, by) => ("step of this task", by),
        Move::Landmark(landmark, by) => (landmark.word(), by),
        _ => return None,
    };
    Some((what, if by < 0 { Direction::Back } else { Direction::Forward }))
}

#[cfg(test)]
mod tests {
    use crate::event::{Event, EventKind, Stream};
    use crate::player::Move;
    use crate::tui::feed::Parcel;
    use crate::tui::session::Session;
    use crate::tui::text::Charset;

    /// Events of a program that prints and prints, and has neither tasks nor a loop.
    fn prints(count: usize) -> impl Iterator<Item = Parcel> {
        let text = "again\n".into();
        let kind = EventKind::Output { stream: Stream::Stdout, text, task: None, location: None };
        let event =
            Event { seq: 0, at: crate::time::Moment(0), thread: crate::id::ThreadId(1), on_loop: None, kind };
        (0..count).map(move |_| Parcel::Record(crate::trace::Record::Event(event.clone())))
    }

    #[test]
    fn where_no_step_is_known_one_stays_and_is_told_so() {
        let mut session = Session::new("endless", None, Charset::Unicode);
        session.set_limit(1000);
        session.take(prints(100));
        session.go(Move::To(50));
        for movement in [Move::Step(1), Move::Iteration(1)] {
            session.go(movement);
            assert_eq!(session.player().playhead(), 50);
        }
        assert_eq!(session.said(), Some("looking for the next iteration further on"));
        session.take(prints(950));
        assert_eq!(session.player().playhead(), 50, "looking is not going");
        let said = session.said().unwrap();
        assert!(
            said.starts_with("no iteration after this as far as the run is known: 1000 events on"),
            "{said}"
        );
        assert!(!session.wants_more());
        session.go(Move::Step(1));
        assert!(
            session.said().unwrap().starts_with("no task step after this as far"),
            "{:?}",
            session.said()
        );
    }

    #[test]
    fn a_step_that_comes_later_is_gone_to() {
        let mut session = Session::new("late", None, Charset::Unicode);
        session.take(prints(10));
        session.go(Move::To(5));
        session.go(Move::Iteration(1));
        let kind = EventKind::Iteration { n: 1, ready: 0, moved: 0, waited: crate::time::Delay(0) };
        let event = Event {
            seq: 0,
            at: crate::time::Moment(0),
            thread: crate::id::ThreadId(1),
            on_loop: Some(crate::id::LoopId(1)),
            kind,
        };
        session.take(prints(10).chain([Parcel::Record(crate::trace::Record::Event(event))]));
        assert_eq!((session.player().playhead(), session.said()), (21, None));
    }
}

//! Which task stands at which line of the program, and which line the instant is about.

use super::raise::{Occasion, Raise};
use super::standing::{Level, Standing, is_own, places};
use crate::event::{Cause, EventKind, Owner, StepOutcome};
use crate::id::{LocationId, TaskId};
use crate::model::timeline::{SpanState, TrackId};
use crate::player::Player;

/// Events that are looked back upon for the line that a running task has reached.
const LOOK_BACK: usize = 512;

/// Waits that are looked back upon for where a running task was suspended before.
const LOOK_BACK_SPANS: usize = 4;

/// All tasks at their lines.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    standing: Standing,
    running: Option<usize>,
    raise: Option<Raise>,
    focus: Option<usize>,
    elsewhere: Elsewhere,
}

/// Lines of other files than the program's own that the instant is about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Elsewhere {
    /// Why it is about them.
    pub(super) why: Why,
    /// The files and the lines; the first of them that can be read is shown.
    pub(super) places: Vec<(String, usize)>,
}

/// Why the instant is about a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Why {
    /// It runs.
    #[default]
    Runs,
    /// An exception was raised there.
    Raised,
    /// The task that changed last is suspended there.
    Suspended,
}

impl Marks {
    /// Where the tasks stand at the playhead, and the exception that this is about.
    pub(super) fn at(player: &Player, selected: Option<TaskId>) -> Self {
        let mut marks = Self::of_tasks(player);
        if let Some(task) = player.subject()
            && marks.running.is_none()
        {
            marks.focus = marks.standing.line_of(task);
            if player.model().running_task().is_none() {
                marks.elsewhere =
                    Elsewhere { why: Why::Suspended, places: suspended_elsewhere(player, task) };
            }
        } else {
            marks.focus = marks.running;
        }
        let Some(raise) = Raise::at(player, selected) else { return marks };
        let is_free = match raise.occasion {
            Occasion::Moved => player.model().running_task().is_none(),
            Occasion::Selected => marks.focus.is_none(),
        };
        marks.add_raise(raise);
        if is_free {
            marks.focus_on_raise();
        }
        marks
    }

    /// The same once a task was selected: if it raised, that is what one wants to see.
    pub(super) fn after_selection(player: &Player, selected: Option<TaskId>) -> Self {
        let Some(raise) = selected.and_then(|task| Raise::of(player, task, Occasion::Selected)) else {
            return Self::at(player, selected);
        };
        let mut marks = Self::of_tasks(player);
        marks.add_raise(raise);
        marks.focus_on_raise();
        marks
    }

    /// Where the tasks stand.
    fn of_tasks(player: &Player) -> Self {
        let mut marks = Self { standing: Standing::of_suspended(player, None), ..Self::default() };
        let running = player.model().running_task();
        if let Some(task) = running
            && let Some(line) = running_line(player, task)
        {
            marks.standing.add(line, task, Level::Innermost);
            marks.running = Some(line);
        } else if running.is_none() {
            marks.running = program_line(player);
        }
        if let Some(task) = running.filter(|_| !player.is_finished()) {
            marks.elsewhere.places.extend(running_elsewhere(player, task));
        }
        marks
    }

    fn focus_on_raise(&mut self) {
        let Some(raise) = &self.raise else { return };
        self.focus = raise.line;
        self.elsewhere = Elsewhere { why: Why::Raised, places: raise.elsewhere.clone() };
    }

    fn add_raise(&mut self, raise: Raise) {
        if let Some(task) = raise.task {
            for passed in raise.passed.iter().filter(|passed| Some(**passed) != raise.line) {
                self.standing.add(*passed, task, Level::Outer);
            }
        }
        self.raise = Some(raise);
    }

    /// The tasks at the lines of the program's own file.
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// The line that runs, from 1.
    pub const fn running(&self) -> Option<usize> {
        self.running
    }

    /// The exception that the instant is about.
    pub const fn raise(&self) -> Option<&Raise> {
        self.raise.as_ref()
    }

    /// What the instant is about in other files than the program's own.
    pub(super) const fn elsewhere(&self) -> &Elsewhere {
        &self.elsewhere
    }

    /// The line that the last move is about, from 1.
    pub const fn focus(&self) -> Option<usize> {
        self.focus
    }
}

/// The places in other files at which a task is suspended, innermost first, up to the program's own file.
fn suspended_elsewhere(player: &Player, task: TaskId) -> Vec<(String, usize)> {
    let Some(task) = player.model().task(task).filter(|task| !task.is_done()) else { return Vec::new() };
    let places = task.chain.into_iter().flat_map(|chain| places(player, chain).rev());
    let others = places.take_while(|place| !is_own(player, *place));
    let others = others.filter(|place| place.owner == Owner::Program);
    others.map(|place| (place.file.to_owned(), place.line as usize)).collect()
}

fn own_line(player: &Player, location: LocationId) -> Option<usize> {
    let place = player.history().place(location)?;
    is_own(player, place).then_some(place.line as usize)
}

/// The line of the program outside any loop, where lines are recorded; while a loop runs, that line waits.
fn program_line(player: &Player) -> Option<usize> {
    let model = player.model();
    if player.is_finished() || model.loops().iter().any(|each| each.running) {
        return None;
    }
    // Where lines are recorded no further, the last one says nothing of where the program is by now.
    let location = if is_beyond_lines(player) { line_of_latest(player) } else { model.line() };
    location.and_then(|location| own_line(player, location))
}

/// Whether lines of the program begin untold at the playhead, because as many were recorded as may be.
pub(super) fn is_beyond_lines(player: &Player) -> bool {
    player.history().lines_end().is_some_and(|last| player.playhead() > last + 1)
}

/// The line that the latest event tells, if it is one of code outside any task.
fn line_of_latest(player: &Player) -> Option<LocationId> {
    match player.history().event(player.playhead().checked_sub(1)?)?.kind {
        EventKind::Output { location, task: None, .. } | EventKind::Blocked { location, .. } => location,
        _ => None,
    }
}

/// The line that a running task has reached, as far as its events tell; before the first of them, the line
/// where it was suspended.
fn running_line(player: &Player, task: TaskId) -> Option<usize> {
    told(player, task).find_map(|told| match told {
        Told::Line(location) => own_line(player, location).map(Some),
        Told::StepStarted(n) => Some(resumed_line(player, task, n)),
    })?
}

/// The place that a running task has reached, if that is in another file than the program's own.
fn running_elsewhere(player: &Player, task: TaskId) -> Option<(String, usize)> {
    let place = told(player, task).find_map(|told| match told {
        Told::Line(location) => player.history().place(location).map(Some),
        Told::StepStarted(_) => Some(None),
    })??;
    let is_other = !is_own(player, place) && place.owner == Owner::Program;
    is_other.then(|| (place.file.to_owned(), place.line as usize))
}

/// What events tell of where a running task is.
enum Told {
    /// A line that it came to.
    Line(LocationId),
    /// This event began its step: what was before says nothing of where it is.
    StepStarted(usize),
}

/// What was told of a task before the playhead, the latest first; it is looked so far back.
fn told(player: &Player, task: TaskId) -> impl Iterator<Item = Told> {
    let playhead = player.playhead();
    (playhead.saturating_sub(LOOK_BACK)..playhead).rev().filter_map(move |n| {
        let kind = player.history().event(n)?.kind;
        match kind {
            EventKind::StepStarted { task: other, .. } if other == task => Some(Told::StepStarted(n)),
            kind => line_told(&kind, task).map(Told::Line),
        }
    })
}

/// The line that an event of the task tells.
fn line_told(kind: &EventKind, of: TaskId) -> Option<LocationId> {
    match kind {
        EventKind::Line { location, task } if *task == Some(of) => Some(*location),
        EventKind::Output { location, task, .. } if *task == Some(of) => *location,
        EventKind::TaskCreated { location, parent, .. } if *parent == Some(of) => *location,
        EventKind::FutureCreated { location, by, .. } | EventKind::CancelRequested { location, by, .. }
            if *by == Cause::Task(of) =>
        {
            *location
        }
        EventKind::Blocked { location, .. } => *location,
        _ => None,
    }
}

/// The line where the task was suspended before the step that begins with event `step`.
fn resumed_line(player: &Player, task: TaskId, step: usize) -> Option<usize> {
    let history = player.history();
    let timeline = history.timeline();
    let track = timeline.track(TrackId::Task(task))?;
    let waits = timeline.spans_between(track, 0..step).rev().take(LOOK_BACK_SPANS);
    for span in waits.filter(|span| matches!(span.state, SpanState::Waiting | SpanState::Queued)) {
        let event = history.event(span.events.start)?;
        if let EventKind::StepEnded { chain: Some(chain), outcome, .. } = event.kind {
            debug_assert!(!matches!(outcome, StepOutcome::Returned(_)), "a task that ended is not resumed");
            let own = places(player, chain).rev().find(|place| is_own(player, *place));
            return own.map(|place| place.line as usize);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{ClockKind, Definition, Event, Header, Stream};
    use crate::id::{TextId, ThreadId};
    use crate::model::History;
    use crate::player::Move;
    use crate::time::Moment;

    /// A program without tasks, of which two lines are recorded, and no more.
    fn run() -> History {
        let mut history = History::new();
        history.set_header(Header {
            loopscope: 1,
            program: "a.py".into(),
            source: "print(1)\nprint(2)\nprint(3)\n".into(),
            seed: 0,
            clock: ClockKind::Virtual,
            lines: 2,
            writer: "test".into(),
        });
        history.define(Definition::Text { id: TextId(1), text: "a.py".into() });
        for line in 1..=3 {
            let id = LocationId(line);
            history.define(Definition::Location {
                id,
                file: TextId(1),
                line,
                function: None,
                owner: Owner::Program,
            });
        }
        let output = |location| EventKind::Output {
            stream: Stream::Stdout,
            text: "1\n".into(),
            task: None,
            location: Some(LocationId(location)),
        };
        let line = |location| EventKind::Line { location: LocationId(location), task: None };
        let thread = EventKind::ThreadEnded {};
        for kind in [line(1), output(1), line(2), output(2), output(3), thread] {
            history.push(Event { seq: 0, at: Moment::START, thread: ThreadId(1), on_loop: None, kind });
        }
        history
    }

    #[test]
    fn where_lines_are_recorded_no_further_only_the_event_itself_tells_the_line() {
        let mut player = Player::new(run());
        let mut seen = Vec::new();
        for n in 1..=6 {
            player.go(Move::To(n));
            seen.push((Marks::at(&player, None).running(), is_beyond_lines(&player)));
        }
        let known = |line| (Some(line), false);
        assert_eq!(seen[..3], [known(1), known(1), known(2)]);
        assert_eq!(seen[3..], [(Some(2), true), (Some(3), true), (None, true)]);
    }
}

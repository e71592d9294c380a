//! A run in the player: the playhead, what somebody chose to see, and what follows from both.
//!
//! Everything that drawing needs and that is not a plain look at the model is worked out here when the
//! playhead moves, so that drawing is reading.

use std::time::Duration;

use super::direction::{Direction, Stride};
use super::feed::{FeedEnd, Parcel};
use super::source_text::SourceText;
use super::text::Charset;
use super::viewport::{Folds, Gaps, Viewport};
use crate::id::{HandleId, TaskId};
use crate::model::narration::{Sentence, narrate};
use crate::model::summary::Summary;
use crate::model::timeline::TrackId;
use crate::model::{History, Task, diagnosis};
use crate::player::{Changes, Pace, Player};
use crate::scenario::Scenario;
use crate::trace::Record;

mod breakpoints;
mod classroom;
mod course;
mod cursor;
mod frame;
mod limit;
mod lines;
mod notes;
mod panels;
mod places;
mod raise;
mod rows;
mod search;
mod selection;
mod standing;
mod twins;
mod version;
mod views;

pub use classroom::Pointer;
use course::Course;
pub use course::{hold_said, idle_said};
pub use limit::Limit;
pub use lines::{OutputLine, OutputLines};
use notes::Surroundings;
use panels::bring_into_view;
pub use panels::{Arrangement, Panel, Position, Room, Scroll};
pub use places::Marks;
pub use raise::Raise;
use rows::Rows;
pub use rows::{Filter, Folding, Group, Grouping, Sorting};
pub use search::{Match, Search};
pub use selection::Selection;
pub use standing::{Level, Mark, Standing};
pub use views::{MOST_LEVELS, ObjectView, Views, WaitsView};

/// Events beyond which a move is a jump: a step has far fewer.
const MOST_CHANGES: usize = 48;

/// Where the records come from, in the words of the screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Supply {
    /// More may come.
    Open,
    /// Nothing more comes, and that is right or wrong.
    Ended(FeedEnd),
}

/// A run in the player.
#[derive(Debug)]
pub struct Session {
    charset: Charset,
    title: String,
    player: Player,
    supply: Supply,
    course: Course,
    limit: Limit,
    search: Option<Search>,
    said: Option<String>,
    source: SourceText,
    viewport: Viewport,
    gaps: Gaps,
    /// The stretches that are folded, where somebody wants that.
    folds: Option<Folds>,
    selection: Selection,
    focus: Panel,
    arrangement: Arrangement,
    pointer: Option<Pointer>,
    cursor: Option<usize>,
    /// The panel that was asked for where several share a place.
    aside: Option<Panel>,
    positions: [Position; Panel::COUNT],
    /// The lines that each panel has room for, as of the last layout; none where it is not visible.
    room: Room,
    views: Views,
    surroundings: Surroundings,
    rows: Rows,
    sentence: Sentence,
    tracks: Vec<TrackId>,
    marks: Marks,
    output: OutputLines,
    summary: Summary,
    explanation: Vec<String>,
    complaint: Option<String>,
}

impl Session {
    /// A run of which nothing is known yet but its title, and perhaps its program.
    #[must_use]
    pub fn new(title: &str, scenario: Option<&Scenario>, charset: Charset) -> Self {
        let mut session = Self {
            charset,
            title: charset.visible(title).into_owned(),
            player: Player::default(),
            supply: Supply::Open,
            course: Course::Free,
            limit: Limit::default(),
            search: None,
            said: None,
            source: SourceText::default(),
            viewport: Viewport::default(),
            gaps: Gaps::default(),
            folds: None,
            selection: Selection::Nothing,
            focus: Panel::Timeline,
            arrangement: Arrangement::Shared,
            pointer: None,
            cursor: None,
            aside: None,
            positions: [Position::default(); Panel::COUNT],
            room: [None; Panel::COUNT],
            views: Views::default(),
            surroundings: scenario.map(Surroundings::of).unwrap_or_default(),
            rows: Rows::default(),
            sentence: Sentence::default(),
            tracks: Vec::new(),
            marks: Marks::default(),
            output: OutputLines::default(),
            summary: Summary::default(),
            explanation: Vec::new(),
            complaint: None,
        };
        if let Some(scenario) = scenario {
            session.set_source(&scenario.file_name(), &scenario.source);
        }
        session.player.play();
        session.refresh();
        session
    }

    /// A run that is already known, paused before its first event.
    #[must_use]
    pub fn of(title: &str, history: History, charset: Charset) -> Self {
        let mut session = Self::new(title, None, charset);
        if let Some(header) = history.header() {
            session.set_source(&header.program, &header.source);
        }
        session.player = Player::new(history);
        session.supply = Supply::Ended(FeedEnd::Complete);
        session.sum_up();
        session.refresh();
        session
    }

    fn set_source(&mut self, file: &str, source: &str) {
        self.source = SourceText::of(file, source, self.charset);
        self.positions[Panel::Source.index()].first = self.surroundings.read(source);
    }

    /// What is played.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The run and the playhead in it.
    pub const fn player(&self) -> &Player {
        &self.player
    }

    /// Whether more may come.
    pub const fn supply(&self) -> &Supply {
        &self.supply
    }

    /// The program.
    pub const fn source(&self) -> &SourceText {
        &self.source
    }

    /// The panel that has the focus.
    pub const fn focus(&self) -> Panel {
        self.focus
    }

    /// Whether that panel is alone on the screen.
    pub const fn arrangement(&self) -> Arrangement {
        self.arrangement
    }

    /// The first visible line of a panel.
    pub const fn first_line(&self, panel: Panel) -> usize {
        self.positions[panel.index()].first
    }

    /// What is said of the instant.
    pub const fn sentence(&self) -> &Sentence {
        &self.sentence
    }

    /// The rows of the timeline: loops, threads other than the main one, tasks.
    pub fn tracks(&self) -> &[TrackId] {
        &self.tracks
    }

    /// Which task stands at which line.
    pub const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// What was printed until now, in lines.
    pub const fn output(&self) -> &OutputLines {
        &self.output
    }

    /// The sums of the run, once it is over.
    pub const fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Why the run went wrong, if it did.
    pub fn explanation(&self) -> &[String] {
        &self.explanation
    }

    /// What the latest move changed; nothing in particular where it went far.
    fn changes(&self) -> Option<&Changes> {
        let changes = self.player.changes();
        (changes.events.len() <= MOST_CHANGES).then_some(changes)
    }

    /// The events that the latest move did or undid; none where it went far.
    pub fn changed_events(&self) -> Option<std::ops::Range<usize>> {
        self.changes().map(|changes| changes.events.clone())
    }

    /// Whether the latest move was about this task.
    pub fn has_changed_task(&self, task: TaskId) -> bool {
        self.changes().is_some_and(|changes| changes.tasks.contains(&task))
    }

    /// Whether the latest move was about this handle.
    pub fn has_changed_handle(&self, handle: HandleId) -> bool {
        self.changes().is_some_and(|changes| changes.handles.contains(&handle))
    }

    /// Whether the latest move brought this write.
    pub fn has_changed_output(&self, write: usize) -> bool {
        self.changes().is_some_and(|changes| changes.outputs.contains(&write))
    }

    /// Takes up all that there is, however far the playhead is from it.
    pub const fn read_all(&mut self) {
        self.limit = Limit::Unlimited;
    }

    /// Whether more records are wanted: those that the playhead may soon reach.
    pub const fn wants_more(&self) -> bool {
        // At the limit nothing is read until somebody goes on.
        matches!(self.supply, Supply::Open)
            && !self.is_at_limit()
            && self.player.history().len() < self.limit.beyond(self.player.playhead())
    }

    /// Takes up what the feed brings.
    pub(super) fn take(&mut self, parcels: impl IntoIterator<Item = Parcel>) {
        let was_over = self.player.history().outcome().is_some();
        for parcel in parcels {
            match parcel {
                Parcel::Header(header) => {
                    if self.source.is_empty() {
                        self.set_source(&header.program, &header.source);
                    }
                    self.player.set_header(header);
                }
                Parcel::Record(Record::Definition(definition)) => self.player.define(definition),
                Parcel::Record(Record::Event(event)) => self.player.push(event),
                Parcel::End(end) => self.supply = Supply::Ended(end),
            }
        }
        if !was_over {
            self.sum_up();
        }
        self.update_folds();
        self.keep_course();
    }

    /// Works out the sums once the run is over.
    fn sum_up(&mut self) {
        let history = self.player.history();
        if history.outcome().is_some() {
            self.explanation =
                diagnosis::explain(history).iter().map(|line| self.charset.said(line)).collect();
            self.summary = Summary::of(history);
        }
    }

    /// Lets time pass while playing. Says whether anything looks different.
    pub fn advance(&mut self, dt: Duration) -> bool {
        let was_moving = self.player.is_moving();
        let motion = self.player.motion();
        if self.player.advance(dt) {
            self.refresh();
            self.say_where_stopped(motion);
        }
        self.follow_playhead();
        self.look_on() || was_moving
    }

    /// Whether it looks different with time alone.
    pub fn is_moving(&self) -> bool {
        self.player.is_moving() || self.is_looking()
    }

    /// Plays or pauses.
    pub fn toggle(&mut self) {
        self.course = Course::Free;
        self.player.toggle();
        self.refresh();
    }

    /// Sets how fast playing goes.
    pub fn set_pace(&mut self, pace: Pace) {
        self.player.set_pace(pace);
    }

    /// Plays faster or slower.
    pub fn change_speed(&mut self, direction: Direction) {
        let mut pace = self.player.pace();
        pace.speed = match direction {
            Direction::Back => pace.speed.slower(),
            Direction::Forward => pace.speed.faster(),
        };
        self.set_pace(pace);
    }

    /// What is said in answer to the last key.
    pub fn said(&self) -> Option<&str> {
        self.said.as_deref()
    }

    /// Says something, until the next key.
    pub fn say(&mut self, text: String) {
        self.said = Some(self.charset.said(&text));
    }

    /// Says nothing any more; says whether something was.
    pub fn fall_silent(&mut self) -> bool {
        self.give_up_search();
        self.said.take().is_some()
    }

    /// Takes breakpoints, marks and pace over from another run of the same program.
    pub fn take_marks(&mut self, other: &Self) {
        self.player.take_marks(&other.player);
        self.player.set_pace(other.player.pace());
        self.limit = other.limit;
    }

    /// The names of all tasks that are known, each once.
    pub fn task_names(&self) -> Vec<String> {
        let tasks = self.player.history().latest().tasks().filter(|task| !task.info.housekeeping);
        let mut names: Vec<String> = tasks.map(Task::name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Gives the focus to a panel.
    pub const fn set_focus(&mut self, panel: Panel) {
        self.focus = panel;
    }

    /// Scrolls a panel by so many lines, whichever has the focus.
    pub fn scroll_panel(&mut self, panel: Panel, direction: Direction, by: usize) {
        let index = panel.index();
        let last = self.lines_of(panel).saturating_sub(self.room[index].unwrap_or(0));
        let first = direction.moved(self.positions[index].first, by, last);
        self.positions[index] = Position { first, scroll: Scroll::Held };
    }

    /// Enlarges the panel that has the focus, or puts it back.
    pub const fn enlarge(&mut self) {
        self.arrangement = match self.arrangement {
            Arrangement::Shared => Arrangement::Enlarged,
            Arrangement::Enlarged | Arrangement::Classroom => Arrangement::Shared,
        };
    }

    /// Puts an enlarged panel back; says whether there was one.
    pub fn put_back(&mut self) -> bool {
        std::mem::take(&mut self.arrangement) != Arrangement::Shared
    }

    /// Scrolls the panel that has the focus; in the timeline, selects a task, in the source, moves the cursor.
    pub fn scroll(&mut self, direction: Direction, stride: Stride) {
        if self.focus == Panel::Timeline {
            return self.select_by(direction, stride);
        }
        let by = stride.lines(self.room[self.focus.index()].unwrap_or(0).max(1));
        match self.focus {
            Panel::Output => self.go_to_output(direction, by),
            Panel::Source => self.move_cursor(direction, by),
            panel => self.scroll_panel(panel, direction, by),
        }
    }

    /// How many lines a panel would show if it had room for all.
    fn lines_of(&self, panel: Panel) -> usize {
        match panel {
            Panel::Timeline => self.tracks.len(),
            Panel::Source => self.shown_source().len(),
            // As long as it may be at most: how it is wrapped is known when it is drawn.
            Panel::Loop if self.player.is_finished() => {
                self.summary.by_task.len() + 3 * self.explanation.len() + 6
            }
            Panel::Loop => {
                let model = self.player.model();
                let queues = model.queues();
                // Phase, ready queue, timers and threads, each a line at least.
                2 + queues.ready_len().max(1)
                    + queues.timers_len().max(1)
                    + model.loops().len()
                    + model.threads().iter().filter(|thread| thread.alive).count()
            }
            Panel::Inspector | Panel::Sync | Panel::Waits => self.views.lines(panel),
            Panel::Output => self.output.lines().len(),
        }
    }

    /// Takes up how many lines each panel has room for.
    pub fn set_room(&mut self, room: Room) {
        self.room = room;
        self.look();
        for panel in Panel::ALL {
            self.follow(panel);
        }
    }

    /// Works out what follows from where the playhead is.
    fn refresh(&mut self) {
        self.cursor = None;
        let history = self.player.history();
        let sentence = narrate(history, self.player.model());
        self.sentence = Sentence {
            happened: self.charset.said(&sentence.happened),
            next: self.charset.said(&sentence.next),
        };
        self.arrange_rows();
        self.marks = Marks::at(&self.player, self.selected());
        let history = self.player.history();
        self.output = OutputLines::until(history, self.player.model().outputs(), self.charset);
        self.find_file();
        self.look();
        self.follow_playhead();
        for panel in Panel::ALL {
            self.positions[panel.index()].scroll = Scroll::Following;
            self.follow(panel);
        }
    }

    /// Scrolls a panel so that what changed is visible, and no further.
    fn follow(&mut self, panel: Panel) {
        let Position { first, scroll } = self.positions[panel.index()];
        let room = self.room[panel.index()].unwrap_or(0);
        let last = self.lines_of(panel).saturating_sub(room);
        let wanted = match panel {
            _ if scroll == Scroll::Held => None,
            Panel::Timeline => self.selected_row().or_else(|| self.changed_track()).map(|row| row..row + 1),
            Panel::Source => self.shown_line().map(|line| line.saturating_sub(3)..line + 3),
            Panel::Loop | Panel::Inspector => Some(0..1),
            Panel::Sync => self.views.changed_object(self),
            Panel::Waits => None,
            Panel::Output => Some(self.output.lines().len().saturating_sub(1)..self.output.lines().len()),
        };
        let first = wanted.map_or(first, |wanted| bring_into_view(first, room, wanted));
        self.positions[panel.index()].first = first.min(last);
    }

    /// The row of the task that the instant is about.
    fn changed_track(&self) -> Option<usize> {
        let task = self.player.subject()?;
        self.tracks.iter().position(|track| *track == TrackId::Task(task))
    }
}

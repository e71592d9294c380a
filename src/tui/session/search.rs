//! Looking for a text in a run: in its tasks, its source, its output and what is said of its events.

use super::{Panel, Position, Scroll, Session};
use crate::id::TaskId;
use crate::model::narration::narrate;
use crate::model::timeline::TrackId;
use crate::model::{Gist, History, Model, Task};
use crate::player::Move;
use crate::tui::direction::Direction;

/// Events on each side of the playhead whose sentences are looked through at once; the others follow while
/// frames are drawn.
const NEAR: usize = 5000;

/// Events that are looked through between two frames: some milliseconds, for telling of one takes about a
/// microsecond.
const SLICE: usize = 5000;

/// Matches that are kept; nobody goes through more.
const MOST: usize = 10_000;

/// Where a text was found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Match {
    /// In the name or the coroutine of a task.
    Task(TaskId),
    /// In what event `n` wrote.
    Output(usize),
    /// In what is said of event `n`.
    Sentence(usize),
    /// In a line of the program, from 1.
    Source(usize),
}

/// What is looked for, and where it was found: tasks, output and events in the order in which they come, then
/// the lines of the program.
///
/// ```text
///  events   0 ─────────► behind        start ──────────────► ahead
///             looked through last      looked through first, as far as the run is known
/// ```
#[derive(Debug)]
pub struct Search {
    text: String,
    /// By event, each event once.
    in_time: Vec<(usize, Match)>,
    in_source: Vec<Match>,
    /// The match that is shown; none before the first is found.
    current: Option<usize>,
    /// Follows the events that are looked through.
    model: Model,
    start: usize,
    ahead: usize,
    behind: usize,
}

impl Search {
    /// Looks for a text from the event `start` on, then from the first.
    fn new(text: String, start: usize) -> Self {
        Self {
            text,
            in_time: Vec::new(),
            in_source: Vec::new(),
            current: None,
            model: Model::default(),
            start,
            ahead: start,
            behind: 0,
        }
    }

    /// What is looked for, in small letters.
    pub fn text(&self) -> &str {
        &self.text
    }

    const fn len(&self) -> usize {
        self.in_time.len() + self.in_source.len()
    }

    fn get(&self, index: usize) -> Option<Match> {
        let in_time = self.in_time.get(index).map(|(_, found)| *found);
        in_time.or_else(|| self.in_source.get(index - self.in_time.len()).copied())
    }

    /// Whether some of the events that are known were not looked through.
    fn is_looking(&self, history: &History) -> bool {
        self.in_time.len() < MOST && (self.ahead < history.len() || self.behind < self.start)
    }

    /// The first match from a playhead on. The instant that it shows counts as well: that is the event before.
    fn first_from(&self, playhead: usize) -> Option<usize> {
        self.in_time.iter().position(|&(event, _)| event + 1 >= playhead)
    }

    /// Keeps a match; of several at one event, the first counts.
    fn add(&mut self, event: usize, found: Match) {
        if let Err(at) = self.in_time.binary_search_by_key(&event, |(event, _)| *event)
            && self.in_time.len() < MOST
        {
            self.in_time.insert(at, (event, found));
            self.current = self.current.map(|current| current + usize::from(at <= current));
        }
    }

    /// Looks for it in what is told of by itself, which is quick: tasks and output.
    fn look_at_names(&mut self, history: &History) {
        let wanted = |task: &&Task| !task.info.housekeeping && self.is_in_name(history, task);
        let tasks = history.latest().tasks().filter(wanted);
        let tasks = tasks.filter_map(|task| Some((created(history, task.id())?, Match::Task(task.id()))));
        let outputs = history.outputs(0..history.outputs_len());
        let outputs = outputs.filter(|part| contains(part.text, &self.text));
        let outputs = outputs.map(|part| (part.event, Match::Output(part.event)));
        let mut found: Vec<(usize, Match)> = tasks.chain(outputs).collect();
        found.sort_by_key(|(event, _)| *event);
        found.dedup_by_key(|(event, _)| *event);
        found.truncate(MOST);
        self.in_time = found;
    }

    /// Looks for it in what is said of the next so many events.
    fn look_on(&mut self, history: &History, events: usize) {
        let range = if self.ahead < history.len() {
            let end = self.ahead.saturating_add(events).min(history.len());
            std::mem::replace(&mut self.ahead, end)..end
        } else {
            let end = self.behind.saturating_add(events).min(self.start);
            std::mem::replace(&mut self.behind, end)..end
        };
        for event in range {
            history.seek(&mut self.model, event + 1);
            let found = match history.gist(event) {
                Some(Gist::Created(task, _))
                    if self.model.task(task).is_some_and(|task| self.is_in_name(history, task)) =>
                {
                    Match::Task(task)
                }
                _ if history.output_at(event).is_some_and(|text| contains(text, &self.text)) => {
                    Match::Output(event)
                }
                _ if contains(&narrate(history, &self.model).happened, &self.text) => Match::Sentence(event),
                _ => continue,
            };
            self.add(event, found);
        }
    }

    fn is_in_name(&self, history: &History, task: &Task) -> bool {
        contains(&task.name(), &self.text) || contains(history.coroutine(task), &self.text)
    }

    /// How far it has come, in the words of the screen.
    fn said(&self, history: &History) -> String {
        let on = if self.is_looking(history) { ", looking on" } else { "" };
        match self.current {
            Some(current) => format!("/{}  {} of {}{on}", self.text, current + 1, self.len()),
            None => format!("looking for {:?} in {} events; any key gives up", self.text, history.len()),
        }
    }
}

impl Session {
    /// What is looked for.
    pub const fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Looks for nothing any more; says whether it did.
    pub fn forget_search(&mut self) -> bool {
        self.search.take().is_some()
    }

    /// Whether a search goes on by itself.
    pub(super) fn is_looking(&self) -> bool {
        self.search.as_ref().is_some_and(|search| search.is_looking(self.player.history()))
    }

    /// Gives up a search that has found nothing yet.
    pub(super) fn give_up_search(&mut self) {
        if self.search.as_ref().is_some_and(|search| search.current.is_none()) {
            self.search = None;
        }
    }

    /// Looks for a text, and goes to the first match from the playhead on.
    pub fn look_for(&mut self, text: &str) {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            self.search = None;
            return;
        }
        self.search = Some(self.begin_search(text));
        self.show_first_match();
    }

    /// Goes to the first match from the playhead on, or else to the first of all, once there is one.
    fn show_first_match(&mut self) {
        let playhead = self.player.playhead();
        let is_looking = self.is_looking();
        let Some(search) = &mut self.search else { return };
        let first = match search.first_from(playhead) {
            Some(next) => next,
            // What is not looked through yet may be nearer.
            None if is_looking => return self.say_search(),
            None if search.len() > search.in_time.len() => search.in_time.len(),
            None if search.len() > 0 => 0,
            None => {
                let text = format!("{:?} is nowhere in tasks, source, output and events", search.text);
                self.search = None;
                return self.say(text);
            }
        };
        search.current = Some(first);
        self.show_match();
    }

    /// Looks on for a while; says whether anything looks different.
    pub(super) fn look_on(&mut self) -> bool {
        if !self.is_looking() {
            return false;
        }
        let history = self.player.history();
        let Some(search) = &mut self.search else { return false };
        let before = self.charset.said(&search.said(history));
        let is_said = self.said.as_ref() == Some(&before);
        search.look_on(history, SLICE);
        if search.current.is_none() {
            self.show_first_match();
        } else if is_said {
            self.say_search();
        }
        self.said.as_ref() != Some(&before)
    }

    /// Looks for the same in another run that took this one's place; the playhead stays where it is.
    pub(super) fn renew_search(&mut self) {
        let Some(text) = self.search.take().map(|search| search.text) else { return };
        let search = self.begin_search(text);
        let current = search.first_from(self.player.playhead()).or((search.len() > 0).then_some(0));
        self.search = current.is_some().then_some(Search { current, ..search });
    }

    /// A search that has looked at what is quick and at what is near.
    fn begin_search(&self, text: String) -> Search {
        let history = self.player.history();
        let mut search = Search::new(text, self.player.playhead().saturating_sub(NEAR));
        search.in_source = self.matches_in_source(&search.text);
        search.look_at_names(history);
        search.look_on(history, 2 * NEAR);
        search
    }

    /// Goes to the next match or the one before; after the last comes the first.
    pub fn next_match(&mut self, direction: Direction) {
        let Some(search) = &mut self.search else {
            self.say("nothing is looked for; / begins".to_owned());
            return;
        };
        let len = search.len();
        search.current = search.current.map(|current| match direction {
            Direction::Forward => (current + 1) % len,
            Direction::Back => (current + len - 1) % len,
        });
        self.show_match();
    }

    fn say_search(&mut self) {
        if let Some(search) = &self.search {
            self.say(search.said(self.player.history()));
        }
    }

    fn show_match(&mut self) {
        let found = self.search.as_ref().and_then(|search| search.get(search.current?));
        match found {
            None => {}
            Some(Match::Task(task)) => {
                if self.player.model().task(task).is_none()
                    && let Some(event) = created(self.player.history(), task)
                {
                    self.go(Move::To(event + 1));
                }
                self.focus = Panel::Timeline;
                self.select(task);
            }
            Some(Match::Output(event)) => {
                self.go(Move::To(event + 1));
                self.focus = Panel::Output;
            }
            Some(Match::Sentence(event)) => self.go(Move::To(event + 1)),
            Some(Match::Source(line)) => {
                self.focus = Panel::Source;
                self.show_program();
                let room = self.room[Panel::Source.index()].unwrap_or(0);
                let last = self.source.len().saturating_sub(room);
                let first = line.saturating_sub(1 + room / 2).min(last);
                self.positions[Panel::Source.index()] = Position { first, scroll: Scroll::Held };
                self.set_cursor(line);
            }
        }
        self.say_search();
    }

    fn matches_in_source(&self, text: &str) -> Vec<Match> {
        let lines = self.source.lines().iter().enumerate();
        let found = lines
            .filter_map(|(index, line)| contains(&line.text(), text).then_some(Match::Source(index + 1)));
        found.collect()
    }
}

/// The event that made a task.
fn created(history: &History, task: TaskId) -> Option<usize> {
    let timeline = history.timeline();
    let track = timeline.track(TrackId::Task(task))?;
    timeline.states(track).next().map(|(_, events)| events.start)
}

/// Whether a text holds another, which is in small letters.
fn contains(text: &str, small: &str) -> bool {
    if text.is_ascii() && small.is_ascii() {
        let (text, small) = (text.as_bytes(), small.as_bytes());
        return text.windows(small.len()).any(|window| window.eq_ignore_ascii_case(small));
    }
    text.to_lowercase().contains(small)
}

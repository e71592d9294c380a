//! Looking for a text in a run: in its tasks, its source, its output and what is said of its events.

use super::{Panel, Position, Scroll, Session};
use crate::id::TaskId;
use crate::model::narration::narrate;
use crate::model::timeline::TrackId;
use crate::player::Move;
use crate::tui::action::Direction;

/// Events on each side of the playhead whose sentences are looked through: telling of one takes microseconds.
const SENTENCES: usize = 5000;

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
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Search {
    text: String,
    matches: Vec<Match>,
    current: usize,
}

impl Search {
    /// What is looked for, in small letters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it was found.
    pub fn matches(&self) -> &[Match] {
        &self.matches
    }

    /// The number of the match that is shown, from 1.
    pub const fn number(&self) -> usize {
        self.current + 1
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

    /// Looks for a text, and goes to the first match from the playhead on.
    pub fn look_for(&mut self, text: &str) {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            self.search = None;
            return;
        }
        let mut found = self.matches_in_time(&text);
        found.sort_by_key(|&(event, _)| event);
        found.dedup_by_key(|&mut (event, _)| event);
        let playhead = self.player.playhead();
        // The instant at which one looks counts as well: it is event `playhead - 1`.
        let next = found.iter().position(|&(event, _)| event + 1 >= playhead);
        let mut matches: Vec<Match> = found.into_iter().map(|(_, found)| found).collect();
        let lines = matches.len();
        matches.extend(self.matches_in_source(&text));
        matches.truncate(MOST);
        let current = next.unwrap_or(if matches.len() > lines { lines } else { 0 }).min(MOST - 1);
        if matches.is_empty() {
            self.say(format!("{text:?} is nowhere in tasks, source, output and the events near by"));
            self.search = None;
            return;
        }
        self.search = Some(Search { text, matches, current });
        self.show_match();
    }

    /// Goes to the next match or the one before; after the last comes the first.
    pub fn next_match(&mut self, direction: Direction) {
        let Some(search) = &mut self.search else {
            self.say("nothing is looked for; / begins".to_owned());
            return;
        };
        let len = search.matches.len();
        search.current = match direction {
            Direction::Forward => (search.current + 1) % len,
            Direction::Back => (search.current + len - 1) % len,
        };
        self.show_match();
    }

    fn show_match(&mut self) {
        let Some(search) = &self.search else { return };
        let found = search.matches[search.current];
        let said = format!("/{}  {} of {}", search.text, search.number(), search.matches.len());
        match found {
            Match::Task(task) => {
                if self.player.model().task(task).is_none()
                    && let Some(event) = self.created(task)
                {
                    self.go(Move::To(event + 1));
                }
                self.focus = Panel::Timeline;
                self.select(task);
            }
            Match::Output(event) => {
                self.go(Move::To(event + 1));
                self.focus = Panel::Output;
            }
            Match::Sentence(event) => self.go(Move::To(event + 1)),
            Match::Source(line) => {
                self.focus = Panel::Source;
                let room = self.room[Panel::Source.index()].unwrap_or(0);
                let last = self.source.len().saturating_sub(room);
                let first = line.saturating_sub(1 + room / 2).min(last);
                self.positions[Panel::Source.index()] = Position { first, scroll: Scroll::Held };
            }
        }
        self.say(said);
    }

    /// The event that made a task.
    fn created(&self, task: TaskId) -> Option<usize> {
        let timeline = self.player.history().timeline();
        let track = timeline.track(TrackId::Task(task))?;
        timeline.states(track).next().map(|(_, events)| events.start)
    }

    /// The matches that belong to an event, with its number; of several at one, the first counts.
    fn matches_in_time(&self, text: &str) -> Vec<(usize, Match)> {
        let history = self.player.history();
        let holds = |hay: &str| contains(hay, text);
        let mut found = Vec::new();
        for task in history.latest().tasks().filter(|task| !task.info.housekeeping) {
            if (holds(&task.name()) || holds(history.coroutine(task)))
                && let Some(event) = self.created(task.id())
            {
                found.push((event, Match::Task(task.id())));
            }
        }
        let outputs = history.outputs(0..history.outputs_len()).filter(|part| holds(part.text));
        found.extend(outputs.map(|part| (part.event, Match::Output(part.event))));
        let playhead = self.player.playhead();
        let first = playhead.saturating_sub(SENTENCES);
        let last = playhead.saturating_add(SENTENCES).min(history.len());
        let mut model = history.model_at(first);
        for event in first..last {
            history.seek(&mut model, event + 1);
            if holds(&narrate(history, &model).happened) {
                found.push((event, Match::Sentence(event)));
            }
        }
        found
    }

    fn matches_in_source(&self, text: &str) -> impl Iterator<Item = Match> {
        let lines = self.source.lines().iter().enumerate();
        lines.filter_map(move |(index, line)| {
            let line: String = line.pieces.iter().map(|piece| &*piece.text).collect();
            contains(&line, text).then_some(Match::Source(index + 1))
        })
    }
}

/// Whether a text holds another, which is in small letters.
fn contains(text: &str, small: &str) -> bool {
    if text.is_ascii() && small.is_ascii() {
        let (text, small) = (text.as_bytes(), small.as_bytes());
        return text.windows(small.len()).any(|window| window.eq_ignore_ascii_case(small));
    }
    text.to_lowercase().contains(small)
}

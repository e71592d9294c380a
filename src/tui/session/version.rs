//! Another version of the program in place of this one.

use super::{Course, Session, Supply};
use crate::event::{RunOutcome, Stream};
use crate::player::Place;
use crate::tui::feed::FeedEnd;
use crate::tui::viewport::Gaps;

impl Session {
    /// What is wrong with the version that was saved last, while an older one is shown.
    pub fn complaint(&self) -> Option<&str> {
        self.complaint.as_deref()
    }

    /// Says what is wrong with the version that was saved last.
    pub fn set_complaint(&mut self, what: Option<String>) {
        self.complaint = what;
    }

    /// Whether another run has come to the moment that is shown here.
    pub(crate) fn is_known_in(&self, other: &Self) -> bool {
        let history = other.player.history();
        other.has_begun()
            && (Place::of(&self.player).is_known(history) || !matches!(other.supply, Supply::Open))
    }

    /// Why there is nothing to be shown of this run; nothing as long as there may be.
    pub(crate) fn failure(&self) -> Option<String> {
        let history = self.player.history();
        if self.has_begun() {
            return None;
        }
        let why = match (history.outcome(), &self.supply) {
            (Some(RunOutcome::Raised { exception, text }), _) => {
                // A syntax error's own text ends with its line.
                let line = self.line_of_traceback().map(|line| format!("line {line}"));
                let line = line.filter(|line| !text.ends_with(&format!("{line})")));
                let line = line.map_or_else(String::new, |line| format!(" ({line})"));
                format!("{exception}: {text}{line}")
            }
            (Some(RunOutcome::Exited(code)), _) => format!("it exits with {code}"),
            (Some(_), _) => "it runs no event loop".to_owned(),
            (None, Supply::Ended(FeedEnd::Broken { what, .. })) => what.clone(),
            (None, _) => return None,
        };
        Some(format!("The saved version does not run, so this is the one before. {why}"))
    }

    /// Whether there is anything to be shown: a loop.
    fn has_begun(&self) -> bool {
        !self.player.history().latest().loops().is_empty()
    }

    /// The last line of the program that a traceback names.
    fn line_of_traceback(&self) -> Option<u32> {
        let history = self.player.history();
        let written: String = history
            .outputs(0..history.outputs_len())
            .filter(|part| part.stream == Stream::Stderr)
            .map(|part| part.text)
            .collect();
        let (_, after) = written.rsplit_once(", line ")?;
        after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
    }

    /// Takes another version's run in place of this one: the moment, and what somebody chose to see, stay.
    pub(crate) fn adopt(&mut self, new: Self) {
        let Self { title, player, supply, source, .. } = new;
        self.title = title;
        self.player.exchange(player.into_history());
        self.supply = supply;
        self.source = source;
        self.gaps = Gaps::default();
        self.explanation = Vec::new();
        self.complaint = None;
        if !self.is_live() {
            self.course = Course::Free;
        }
        self.views = super::Views::default();
        self.rows.forget_run();
        self.update_folds();
        self.sum_up();
        self.refresh();
        self.renew_search();
    }

    /// The line that an editor opens: what runs or changed last, else the first that is seen.
    pub fn line_to_edit(&self) -> usize {
        let seen = self.first_line(super::Panel::Source) + 1;
        self.marks.running().or_else(|| self.marks.focus()).unwrap_or(seen)
    }
}

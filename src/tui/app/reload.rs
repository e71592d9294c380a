//! A program that was saved runs again: behind the picture, until it has come to where the playhead is.

use super::{App, Effect, Origin};
use crate::scenario::{Scenario, ScenarioSource};
use crate::tui::session::Session;
use std::path::Path;

impl App {
    /// The file of the program that is played, where it has one.
    pub fn file(&self) -> Option<&Path> {
        match &self.session {
            Some((Origin::Scenario { source: ScenarioSource::File(path), .. }, _)) => Some(path),
            _ => None,
        }
    }

    /// Whether something of a file was seen to run, in the run that is shown or in that of a new version.
    pub fn has_seen(&self, file: &Path) -> bool {
        self.session().into_iter().chain(self.candidate()).any(|session| session.has_seen(file))
    }

    /// A new version of the program that is played begins to run; its picture takes the place of the old one once
    /// it has come as far.
    pub fn begin_reload(&mut self, scenario: &Scenario) {
        let title = scenario.title();
        self.candidate = Some(Box::new(Session::new(title, Some(scenario), self.theme.charset)));
        self.fall_silent();
    }

    /// The new version, while it is not shown yet.
    pub(super) fn candidate(&self) -> Option<&Session> {
        self.candidate.as_deref()
    }

    /// Says what is wrong with the new version; the old picture stays.
    pub fn refuse_reload(&mut self, what: &str) {
        self.candidate = None;
        self.fall_silent();
        let what = self.theme.charset.visible(what).into_owned();
        if let Some(session) = self.session_mut() {
            session.set_complaint(Some(what));
        }
        self.resize(self.size);
    }

    /// Shows the new version if it has come as far as the picture is, or says why it never will.
    pub(super) fn finish_reload(&mut self) {
        let Some((candidate, session)) = self.candidate.as_deref().zip(self.session()) else { return };
        if let Some(what) = candidate.failure() {
            self.refuse_reload(&what);
        } else if session.is_known_in(candidate)
            && let Some(candidate) = self.candidate.take()
        {
            if let Some(session) = self.session_mut() {
                session.adopt(*candidate);
            }
            self.say("the program was saved: this is its new run");
            self.resize(self.size);
        }
    }

    /// Opens the program in an editor, where it has a file.
    pub(super) fn open_editor(&mut self) -> Effect {
        let Some(session) = self.session() else { return Effect::None };
        let place = session.place_to_edit();
        if let Some(file) = self.file() {
            let (other, line) = place;
            return Effect::Edit { file: other.unwrap_or_else(|| file.to_owned()), line };
        }
        self.say(match self.session.as_ref().map(|(origin, _)| origin) {
            Some(Origin::Scenario { .. }) => "this program comes with loopscope and has no file to edit",
            _ => "only a program that was opened from its file can be edited",
        });
        Effect::Draw
    }

    /// Runs a program again whenever it is saved, or leaves it.
    pub(super) fn toggle_reload(&mut self) -> Effect {
        self.config.reload = !self.config.reload;
        self.say(if self.config.reload {
            "a program that is saved runs again"
        } else {
            "a program that is saved does not run again by itself"
        });
        Effect::Watch
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Definition, Event, EventKind, Owner, RunOutcome};
    use crate::id::{ChainId, LocationId, LoopId, TextId, ThreadId};
    use crate::model::History;
    use crate::time::Moment;
    use crate::trace::Record;
    use crate::tui::Theme;
    use crate::tui::feed::Parcel;
    use crate::tui::keymap::Key;

    fn record(kind: EventKind) -> Parcel {
        let on_loop = Some(LoopId(1));
        Parcel::Record(Record::Event(Event { seq: 0, at: Moment::START, thread: ThreadId(1), on_loop, kind }))
    }

    fn saved(app: &mut App, parcels: impl IntoIterator<Item = EventKind>) {
        let scenario = ScenarioSource::Catalog("two_sleepers".to_owned()).load().unwrap();
        app.begin_reload(&scenario);
        app.take(line_21().into_iter().chain(parcels.into_iter().map(record)));
    }

    fn good() -> [EventKind; 2] {
        [
            EventKind::LoopStarted {},
            EventKind::RunEnded {
                outcome: RunOutcome::Finished,
                elapsed: crate::time::Delay(0),
                chain: None,
            },
        ]
    }

    /// The place that chain 1 leads to.
    fn line_21() -> [Parcel; 3] {
        let (file, location, id) = (TextId(1), LocationId(1), ChainId(1));
        [
            Definition::Text { id: file, text: "two_sleepers.py".into() },
            Definition::Location { id: location, file, line: 21, function: None, owner: Owner::Program },
            Definition::Chain { id, links: [location].into() },
        ]
        .map(|definition| Parcel::Record(Record::Definition(definition)))
    }

    fn bad(text: &str) -> [EventKind; 1] {
        let outcome = RunOutcome::Raised { exception: "SyntaxError".into(), text: text.into() };
        [EventKind::RunEnded { outcome, elapsed: crate::time::Delay(0), chain: Some(ChainId(1)) }]
    }

    fn playing() -> App {
        let mut app = App::new(Theme::default());
        app.show("Two sleepers", History::new());
        app
    }

    #[test]
    fn what_is_said_of_a_new_version_goes_with_the_next_key() {
        let mut app = playing();
        saved(&mut app, good());
        assert_eq!(app.remark(), Some("the program was saved: this is its new run"));
        app.press(Key::named("x").unwrap());
        assert_eq!(app.remark(), None);
    }

    #[test]
    fn of_two_versions_only_the_last_is_spoken_of() {
        let mut app = playing();
        saved(&mut app, good());
        saved(&mut app, bad("invalid syntax"));
        let complaint = |app: &App| app.session().unwrap().complaint().map(str::to_owned);
        assert!(complaint(&app).unwrap().ends_with("SyntaxError: invalid syntax (line 21)"));
        assert_eq!(app.remark(), None);
        saved(&mut app, good());
        assert_eq!(complaint(&app), None);
        assert!(app.remark().is_some());
    }

    #[test]
    fn the_line_of_an_error_is_said_once() {
        let mut app = playing();
        saved(&mut app, bad("'(' was never closed (two_sleepers.py, line 21)"));
        let complaint = app.session().unwrap().complaint().unwrap();
        assert!(
            complaint.ends_with("SyntaxError: '(' was never closed (two_sleepers.py, line 21)"),
            "{complaint}"
        );
    }
}

//! Another version of the program in place of this one.

use std::path::{Path, PathBuf};

use super::{Course, Session, Supply};
use crate::event::{Owner, Place, RunOutcome};
use crate::player;
use crate::tui::feed::FeedEnd;
use crate::tui::saved::{imported, real};
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
        let is_known = || player::Place::of(&self.player).is_known(history) && self.is_choice_known(history);
        other.has_begun() && (!matches!(other.supply, Supply::Open) || is_known())
    }

    /// Why there is nothing to be shown of this run; nothing as long as there may be.
    pub(crate) fn failure(&self) -> Option<String> {
        let history = self.player.history();
        if self.has_begun() {
            return None;
        }
        let why = match (history.outcome(), &self.supply) {
            (Some(RunOutcome::Raised { exception, text }), _) => {
                let place = self.place_of_failure().filter(|_| !ends_with_place(text));
                format!("{exception}: {text}{}", place.unwrap_or_default())
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

    /// The innermost line of the program's files that the exception passed, in parentheses, and its file where that
    /// is not the program's own.
    fn place_of_failure(&self) -> Option<String> {
        let history = self.player.history();
        let mut places = history.dictionary().chain(history.latest().traceback()?);
        let place = places.rfind(|place| place.owner == Owner::Program)?;
        let Place { file, line, .. } = place;
        let is_own = history.is_main(place);
        Some(if is_own { format!(" (line {line})") } else { format!(" ({file}, line {line})") })
    }

    /// Takes another version's run in place of this one: the moment, and what somebody chose to see, stay.
    pub(crate) fn adopt(&mut self, new: Self) {
        let Self { title, player, supply, source, surroundings, .. } = new;
        self.choose_again(player.history());
        self.title = title;
        self.player.exchange(player.into_history());
        self.supply = supply;
        self.source = source;
        self.surroundings = surroundings;
        self.gaps = Gaps::default();
        self.explanation = Vec::new();
        self.complaint = None;
        if !self.is_live() {
            self.course = Course::Free;
        }
        self.views = super::Views::default();
        self.update_folds();
        self.sum_up();
        self.refresh();
        self.renew_search();
    }

    /// What an editor opens: another file of the program, if one is shown, and the line: the one somebody points at,
    /// or that runs or changed last, or else the first that is seen.
    pub fn place_to_edit(&self) -> (Option<PathBuf>, usize) {
        let seen = self.first_line(super::Panel::Source) + 1;
        let line = self.cursor().or_else(|| self.shown_line()).unwrap_or(seen);
        (self.other_path(), line)
    }

    /// Whether something of a file was seen to run, wherever it is.
    pub(crate) fn has_seen(&self, file: &Path) -> bool {
        let name = self.surroundings.folder().and_then(|folder| {
            let file = real(file);
            Some(file.strip_prefix(real(folder)).ok()?.to_str()?.to_owned())
        });
        name.is_some_and(|name| self.knows(&name))
    }

    /// Whether the program has a file, by its path from the program's folder and as far as that is known: something
    /// of it was seen to run, or the program imports its module, or its package.
    pub(crate) fn has_file(&self, name: &str) -> bool {
        let module = name.split(['/', '.']).next().unwrap_or_default();
        let is_python = Path::new(name).extension().is_some_and(|extension| extension == "py");
        self.knows(name)
            || (is_python && imported(&self.source.text()).any(|word| word == module))
            || self.player.history().header().is_some_and(|header| header.program == name)
    }

    fn knows(&self, name: &str) -> bool {
        let mut places = self.player.history().dictionary().places();
        places.any(|(_, place)| place.owner == Owner::Program && place.file == name)
    }
}

/// Whether a text ends as that of a syntax error does: `(main.py, line 4)`.
fn ends_with_place(text: &str) -> bool {
    let place = text.strip_suffix(')').and_then(|text| text.rsplit_once(", line "));
    place.is_some_and(|(before, line)| before.contains('(') && line.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{ClockKind, Definition, Event, EventKind, FORMAT_VERSION, Header};
    use crate::id::{ChainId, LocationId, TextId, ThreadId};
    use crate::scenario::Scenario;
    use crate::time::{Delay, Moment};
    use crate::trace::Record;
    use crate::tui::feed::Parcel;
    use crate::tui::text::Charset;

    fn define(session: &mut Session, id: u32, file: &str, owner: Owner) {
        let (text, location) = (TextId(id), LocationId(id));
        let definitions = [
            Definition::Text { id: text, text: file.into() },
            Definition::Location { id: location, file: text, line: 4, function: None, owner },
        ];
        session.take(definitions.map(|definition| Parcel::Record(Record::Definition(definition))));
    }

    #[test]
    fn a_file_is_known_once_it_ran_or_if_it_is_imported() {
        let folder = tempfile::tempdir().unwrap();
        let mut scenario = Scenario::new("main", "import pkg\nfrom os import (\n    path\n)\nhelper = 1\n");
        scenario.file = Some(folder.path().join("main.py"));
        let mut session = Session::new("", Some(&scenario), Charset::default());
        assert!(session.has_file("pkg/inner.py") && session.has_file("pkg.py"));
        assert!(!session.has_file("helper.py"), "a word is no import");
        let dynamic = folder.path().join("plugins/one.py");
        assert!(!session.has_seen(&dynamic));
        define(&mut session, 1, "plugins/one.py", Owner::Program);
        define(&mut session, 2, "json/decoder.py", Owner::Library);
        assert!(session.has_seen(&dynamic) && session.has_file("plugins/one.py"));
        assert!(!session.has_file("one.py") && !session.has_file("json/decoder.py"));
    }
    /// What is said of a version that raised, with its innermost line in this file.
    fn failure(file: &str, owner: Owner, text: &str) -> String {
        let mut session = Session::new("", None, Charset::default());
        session.player.set_header(Header {
            loopscope: FORMAT_VERSION,
            program: "main.py".to_owned(),
            source: String::new(),
            seed: 0,
            clock: ClockKind::Virtual,
            lines: 0,
            writer: String::new(),
        });
        define(&mut session, 1, "main.py", Owner::Program);
        define(&mut session, 2, file, owner);
        let links = [LocationId(1), LocationId(2)].into();
        let chain = Definition::Chain { id: ChainId(1), links };
        let outcome = RunOutcome::Raised { exception: "Wrong".into(), text: text.into() };
        let kind = EventKind::RunEnded { outcome, elapsed: Delay(0), chain: Some(ChainId(1)) };
        let ended = Event { seq: 0, at: Moment::START, thread: ThreadId(1), on_loop: None, kind };
        session.take([Parcel::Record(Record::Definition(chain)), Parcel::Record(Record::Event(ended))]);
        let failure = session.failure().unwrap();
        failure.split_once("before. ").unwrap().1.to_owned()
    }

    #[test]
    fn the_place_of_a_failure_is_said_once_and_with_its_file() {
        assert_eq!(failure("main.py", Owner::Program, "no"), "Wrong: no (line 4)");
        assert_eq!(failure("helper.py", Owner::Program, "no"), "Wrong: no (helper.py, line 4)");
        assert_eq!(failure("json/decoder.py", Owner::Library, "no"), "Wrong: no (line 4)");
        let text = "invalid syntax (helper3.py, line 1)";
        assert_eq!(failure("helper3.py", Owner::Program, text), format!("Wrong: {text}"));
        assert_eq!(failure("main.py", Owner::Program, text), format!("Wrong: {text}"));
        assert_eq!(failure("main.py", Owner::Program, "row (4)"), "Wrong: row (4) (line 4)");
    }
}

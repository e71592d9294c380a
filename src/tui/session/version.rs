//! Another version of the program in place of this one.

use std::path::{Path, PathBuf};

use super::{Course, Session, Supply};
use crate::event::{Owner, RunOutcome};
use crate::player::Place;
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

    /// The program's own line where it raised, or which the exception passed last.
    fn line_of_traceback(&self) -> Option<u32> {
        let history = self.player.history();
        let is_own = |file: &str| history.header().is_none_or(|header| header.program == file);
        let mut places = history.dictionary().chain(history.latest().traceback()?);
        places.rfind(|place| is_own(place.file)).map(|place| place.line)
    }

    /// Takes another version's run in place of this one: the moment, and what somebody chose to see, stay.
    pub(crate) fn adopt(&mut self, new: Self) {
        let Self { title, player, supply, source, surroundings, .. } = new;
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
        self.rows.forget_run();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Definition;
    use crate::id::{LocationId, TextId};
    use crate::scenario::Scenario;
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
}

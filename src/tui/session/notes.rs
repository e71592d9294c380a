//! What is said about the line at the playhead, and where that line is if it is in another file.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use super::places::Why;
use super::{Panel, Raise, Session, Standing, places};
use crate::event::Place;
use crate::scenario::{FrontMatter, MAX_SOURCE, Scenario};
use crate::tui::source_text::SourceText;
use crate::tui::text::Charset;

/// The most files of a program that are read.
const MOST_FILES: usize = 64;

/// What is said about a program, and the other files of its folder as far as they were needed.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    front: FrontMatter,
    folder: Option<PathBuf>,
    /// When the run began: what was written later is not what runs.
    begun: Option<SystemTime>,
    /// By name, the files that were needed; none for one that cannot be read.
    files: BTreeMap<String, Option<SourceText>>,
    /// The file in which the playhead is, if it is one of these.
    shown: Option<(String, usize)>,
    /// The tasks at its lines.
    standing: Standing,
}

impl Surroundings {
    /// Of a scenario that comes from a file, or with the program.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let folder = scenario.file.as_deref().and_then(Path::parent).map(Path::to_owned);
        Self { folder, begun: Some(SystemTime::now()), ..Self::default() }
    }

    /// The folder of the program.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Takes up what the program says about itself; says how many lines that takes up.
    pub(super) fn read(&mut self, source: &str) -> usize {
        self.front = FrontMatter::parse(source);
        self.front.lines()
    }

    /// The playhead is at a line of another file, the first of these that is the program's too.
    fn enter(&mut self, places: Vec<(String, usize)>, charset: Charset) {
        self.shown = None;
        for (file, line) in places {
            if self.shown.is_none() {
                self.enter_file(file, line, charset);
            }
        }
    }

    /// The file is read unless it was before.
    fn enter_file(&mut self, file: String, line: usize, charset: Charset) {
        if !self.files.contains_key(&file) {
            if self.files.values().flatten().count() >= MOST_FILES {
                return;
            }
            let text = self.read_file(&file).map(|text| SourceText::of(&file, &text, charset));
            self.files.insert(file.clone(), text);
        }
        let text = self.files.get(&file).and_then(Option::as_ref);
        // What cannot be read there is a library's, and its lines are nobody's business.
        if text.is_some_and(|text| line <= text.len()) {
            self.shown = Some((file, line));
        }
    }

    /// What a file of the folder said when the run began.
    fn read_file(&self, file: &str) -> Option<String> {
        let is_inside = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
        let path = self.folder.as_ref().filter(|_| is_inside)?.join(file);
        let data = std::fs::metadata(&path).ok()?;
        let is_later = data.modified().ok().zip(self.begun).is_some_and(|(written, begun)| written > begun);
        std::fs::read_to_string(&path).ok().filter(|_| data.len() <= MAX_SOURCE && !is_later)
    }
}

impl Session {
    /// The name of the file that is shown in place of the program, because the playhead is in it.
    pub fn other_file(&self) -> Option<&str> {
        self.surroundings.shown.as_ref().map(|(file, _)| file.as_str())
    }

    /// Shows the program's own text, whatever file the playhead is in, until it moves.
    pub(super) fn show_program(&mut self) {
        self.surroundings.shown = None;
    }

    /// Where that file is.
    pub(super) fn other_path(&self) -> Option<PathBuf> {
        Some(self.surroundings.folder.as_ref()?.join(self.other_file()?))
    }

    /// The text that is shown: the program's, or that of another of its files.
    pub fn shown_source(&self) -> &SourceText {
        let other = self.other_file().and_then(|file| self.surroundings.files.get(file)?.as_ref());
        other.unwrap_or_else(|| self.source())
    }

    /// The tasks at the lines of that text.
    pub fn standing(&self) -> &Standing {
        if self.other_file().is_some() { &self.surroundings.standing } else { self.marks.standing() }
    }

    /// The line of that text which the playhead is at.
    pub fn shown_line(&self) -> Option<usize> {
        match &self.surroundings.shown {
            Some((_, line)) => Some(*line),
            None => self.marks().focus(),
        }
    }

    /// Whether the lines of the program begin untold here: as many were recorded as may be.
    pub fn is_beyond_lines(&self) -> bool {
        places::is_beyond_lines(&self.player)
    }

    /// Whether that line, or one of the program, runs.
    pub fn is_running_line(&self, line: usize) -> bool {
        match &self.surroundings.shown {
            Some((_, shown)) => *shown == line && self.marks.elsewhere().why == Why::Runs,
            None => self.marks.running() == Some(line),
        }
    }

    /// The exception that was raised there, if the instant is about one.
    pub fn raised_at(&self, line: usize) -> Option<&Raise> {
        let raise = self.marks.raise()?;
        let is_here = match &self.surroundings.shown {
            Some((_, shown)) => *shown == line && self.marks.elsewhere().why == Why::Raised,
            None => raise.line == Some(line),
        };
        is_here.then_some(raise)
    }

    /// The code at a place, as far as its file was read.
    pub fn code_at(&self, place: Place<'_>) -> Option<String> {
        let text = if self.player.history().is_main(place) {
            self.source()
        } else {
            self.surroundings.files.get(place.file)?.as_ref()?
        };
        let line = text.lines().get((place.line as usize).checked_sub(1)?)?;
        Some(line.text().trim().to_owned())
    }

    /// Whether something is said about a line of the program.
    pub fn has_note(&self, line: usize) -> bool {
        self.surroundings.front.notes_at(line).next().is_some()
    }

    /// What is said about the line that the playhead is at.
    pub fn notes(&self) -> Vec<String> {
        let line = if self.other_file().is_some() { None } else { self.marks().focus() };
        let notes = line.into_iter().flat_map(|line| self.surroundings.front.notes_at(line));
        notes.map(|text| self.charset.visible(text).into_owned()).collect()
    }

    /// Finds the file in which the playhead is.
    pub(super) fn find_file(&mut self) {
        let was = self.surroundings.shown.take();
        self.surroundings.enter(self.marks.elsewhere().places.clone(), self.charset);
        let other = self.other_file().map(|file| Standing::of_suspended(&self.player, Some(file)));
        self.surroundings.standing = other.unwrap_or_default();
        let is_other = |shown: &Option<(String, usize)>| shown.as_ref().map(|(file, _)| file.clone());
        if is_other(&was) != is_other(&self.surroundings.shown) {
            self.positions[Panel::Source.index()].first = 0;
            // It was on a line of the other file.
            self.cursor = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn surroundings(folder: &Path) -> Surroundings {
        Surroundings {
            folder: Some(folder.to_owned()),
            begun: Some(SystemTime::now() + Duration::from_mins(1)),
            ..Surroundings::default()
        }
    }

    fn is_shown(surroundings: &mut Surroundings, file: &str) -> bool {
        surroundings.enter(vec![(file.to_owned(), 1)], Charset::default());
        surroundings.shown.is_some()
    }

    #[test]
    fn what_was_read_is_shown_however_many_files_there_are() {
        let folder = tempfile::tempdir().unwrap();
        let mut surroundings = surroundings(folder.path());
        for n in 0..MOST_FILES {
            std::fs::write(folder.path().join(format!("{n}.py")), "1").unwrap();
            assert!(!is_shown(&mut surroundings, &format!("none{n}.py")));
            assert!(is_shown(&mut surroundings, &format!("{n}.py")), "{n}");
        }
        std::fs::write(folder.path().join("more.py"), "1").unwrap();
        assert!(!is_shown(&mut surroundings, "more.py"));
        assert!(is_shown(&mut surroundings, "0.py"));
    }

    #[test]
    fn the_cursor_goes_with_the_file_that_it_is_in() {
        let mut session = Session::new("", Some(&Scenario::new("main", "1\n2\n3\n")), Charset::default());
        session.set_cursor(2);
        session.find_file();
        assert_eq!(session.cursor(), Some(2));
        session.surroundings.shown = Some(("helper.py".to_owned(), 1));
        session.find_file();
        assert_eq!(session.cursor(), None);
    }

    #[test]
    fn what_was_written_after_the_run_began_is_not_what_ran() {
        let folder = tempfile::tempdir().unwrap();
        let file = std::fs::File::create(folder.path().join("helper.py")).unwrap();
        std::fs::write(folder.path().join("helper.py"), "1").unwrap();
        let mut early = surroundings(folder.path());
        assert!(is_shown(&mut early, "helper.py"));
        file.set_modified(SystemTime::now() + Duration::from_mins(2)).unwrap();
        assert!(is_shown(&mut early, "helper.py"), "it was read in time");
        assert!(!is_shown(&mut surroundings(folder.path()), "helper.py"));
    }
}

//! What is said about a program, in comments at its top, so that the program stays a plain program.
//!
//! ```text
//! # title: Two sleepers
//! # title.zh: 两个睡觉的任务            the same in another language
//! # concept: tasks wait at the same time
//! # chapter: Tasks
//! # order: 1                            its place in the chapter
//! # course: 15                          the program of the course that it is
//! # python: 3.7+                        the versions it runs under, see `ending`
//! # ends: returns                       how it ends there, see `ending`
//! # since 3.14: raises RuntimeError     how it ends from that version on
//! # compat: 3.8                         it shows a form that this version was the last to know in full
//! # now: two_sleepers                   the scenario that shows how one writes it now
//! # claims:                             what a test can verify, one to a line, see `claim`
//! #   takes 3 s
//! #   prints "start two", "start three",
//! #     "end two", "end three"            indented twice, it goes on with the claim before
//! # note [both]: Both sleep.            about the line that ends in `# [both]`, see `note`
//! # lesson: Two tasks sleep, one for two seconds and one for three.
//! #   A line that is indented goes on with the one before.
//! #
//! #   An empty comment between such lines begins a new paragraph.
//! ```
//!
//! The block ends with the first line that is no comment. Comments before the first known key are just
//! comments; after it, a line that does not fit is remarked upon and skipped.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::claim::Claim;
use super::ending::{Ending, Version, Versions};
use super::note::{Anchor, Note};

/// What can be said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// A few words in place of the file's name.
    Title,
    /// What it shows, in half a line.
    Concept,
    /// The chapter that it belongs to.
    Chapter,
    /// Its place within the chapter, a number.
    Order,
    /// The number of the program in the course.
    Course,
    /// The versions of Python it runs under.
    Python,
    /// How it ends there.
    Ends,
    /// How it ends from a version on.
    Since,
    /// The version whose removed forms it shows.
    Compat,
    /// The scenario that shows the same as one writes it now.
    Now,
    /// What a test can verify.
    Claims,
    /// What is said about a line.
    Note,
    /// What to look at and what to learn: a few plain sentences.
    Lesson,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::Concept,
        Self::Chapter,
        Self::Order,
        Self::Course,
        Self::Python,
        Self::Ends,
        Self::Since,
        Self::Compat,
        Self::Now,
        Self::Claims,
        Self::Note,
        Self::Lesson,
    ];

    /// What every scenario of the course has to say.
    pub const REQUIRED: [Self; 8] = [
        Self::Title,
        Self::Concept,
        Self::Chapter,
        Self::Order,
        Self::Python,
        Self::Ends,
        Self::Claims,
        Self::Lesson,
    ];

    /// The word in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Concept => "concept",
            Self::Chapter => "chapter",
            Self::Order => "order",
            Self::Course => "course",
            Self::Python => "python",
            Self::Ends => "ends",
            Self::Since => "since",
            Self::Compat => "compat",
            Self::Now => "now",
            Self::Claims => "claims",
            Self::Note => "note",
            Self::Lesson => "lesson",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.word() == word)
    }

    /// Whether something stands between the word and the colon.
    const fn takes_argument(self) -> bool {
        matches!(self, Self::Since | Self::Note)
    }

    /// Whether it can be said in another language.
    const fn is_text(self) -> bool {
        matches!(self, Self::Title | Self::Concept | Self::Note | Self::Lesson)
    }

    /// Whether it can be said more than once.
    const fn repeats(self) -> bool {
        matches!(self, Self::Note)
    }
}

/// Something in the block that is not as it should be. Never an error: the program runs all the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Entry {
    key: Key,
    language: Option<String>,
    /// What stands between the word and the colon.
    argument: String,
    /// The line of the file, and the text of that line.
    lines: Vec<(usize, String)>,
    /// Paragraphs are separated by a line break, lines within one are joined.
    text: String,
}

impl Entry {
    /// Takes up a line that goes on: with the last one where it is indented twice, else with a new one.
    fn go_on(&mut self, line: usize, comment: &str) {
        let text = comment.trim_start();
        match self.lines.last_mut() {
            Some((_, last)) if comment.starts_with("     ") && !last.is_empty() => {
                last.push(' ');
                last.push_str(text);
            }
            _ => self.lines.push((line, text.to_owned())),
        }
    }
}

/// What is said about one program.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FrontMatter {
    entries: Vec<Entry>,
    python: Option<Versions>,
    ends: Option<Ending>,
    since: Option<(Version, Ending)>,
    compat: Option<Version>,
    claims: Vec<Claim>,
    notes: Vec<Note>,
    remarks: Vec<Remark>,
    lines: usize,
}

impl FrontMatter {
    /// Reads the comments at the top of a program.
    #[must_use]
    pub fn parse(source: &str) -> Self {
        let mut front = Self::default();
        for (index, line) in source.lines().enumerate() {
            let Some(comment) = line.strip_prefix('#') else { break };
            if front.take_comment(index + 1, comment) {
                front.lines = index + 1;
            }
        }
        for entry in std::mem::take(&mut front.entries) {
            front.interpret(&entry, source);
            front.entries.push(entry);
        }
        front.remarks.sort_by_key(|remark| remark.line);
        front
    }

    /// Takes up one comment; says whether it belongs to the block.
    fn take_comment(&mut self, line: usize, comment: &str) -> bool {
        let comment = comment.trim_end();
        if let Some(head) = Head::parse(comment) {
            match Key::from_word(head.word) {
                Some(key) => self.open(line, key, &head),
                // Somebody's ordinary comment, as long as nothing was said yet.
                None if self.entries.is_empty() => return false,
                None => self.remark(line, format!("there is no key {:?}", head.word)),
            }
            return true;
        }
        let Some(entry) = self.entries.last_mut() else { return false };
        if comment.is_empty() {
            entry.text.push('\n');
        } else if comment.starts_with("  ") {
            if !entry.text.is_empty() && !entry.text.ends_with('\n') {
                entry.text.push(' ');
            }
            entry.text.push_str(comment.trim_start());
            entry.go_on(line, comment);
        } else {
            self.remark(line, "neither `# key: text` nor an indented line that goes on".to_owned());
        }
        true
    }

    fn open(&mut self, line: usize, key: Key, head: &Head<'_>) {
        let (language, argument) = (head.language.map(str::to_owned), head.argument.to_owned());
        if !key.repeats() && self.find(key, head.language).is_some() {
            self.remark(line, format!("{:?} is said twice; the first counts", key.word()));
        }
        if language.is_some() && !key.is_text() {
            self.remark(line, format!("{:?} is the same in every language", key.word()));
        }
        let lines = vec![(line, head.value.to_owned())];
        self.entries.push(Entry { key, language, argument, lines, text: head.value.to_owned() });
    }

    /// Reads what is more than text; what cannot be read is remarked upon.
    fn interpret(&mut self, entry: &Entry, source: &str) {
        let line = entry.lines[0].0;
        let text = entry.text.trim_end();
        if entry.key.takes_argument() == entry.argument.is_empty() {
            let what = if entry.argument.is_empty() { "nothing stands" } else { "nothing may stand" };
            self.remark(line, format!("{what} between {:?} and the colon", entry.key.word()));
            return;
        }
        match entry.key {
            Key::Title | Key::Concept | Key::Chapter | Key::Now | Key::Lesson => {
                if text.is_empty() {
                    self.remark(line, format!("{:?} says nothing", entry.key.word()));
                }
            }
            Key::Order | Key::Course => {
                if text.parse::<u32>().is_err() {
                    self.remark(line, format!("{text:?} is no number"));
                }
            }
            Key::Python => self.python = self.python.or(self.read(line, text)),
            Key::Compat => self.compat = self.compat.or(self.read(line, text)),
            Key::Ends => {
                let ending = self.read(line, text);
                self.ends = self.ends.take().or(ending);
            }
            Key::Since => {
                let (version, ending) = (self.read(line, &entry.argument), self.read(line, text));
                self.since = self.since.take().or(version.zip(ending));
            }
            Key::Claims => self.take_claims(&entry.lines),
            Key::Note => self.take_note(entry, source),
        }
    }

    fn read<T: FromStr<Err = String>>(&mut self, line: usize, text: &str) -> Option<T> {
        text.parse().map_err(|what| self.remark(line, what)).ok()
    }

    fn take_claims(&mut self, lines: &[(usize, String)]) {
        for (line, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
            match Claim::parse(text) {
                Ok(claim) => self.claims.push(claim),
                Err(what) => self.remark(*line, what),
            }
        }
    }

    fn take_note(&mut self, entry: &Entry, source: &str) {
        let line = entry.lines[0].0;
        match Anchor::parse(&entry.argument) {
            Err(what) => self.remark(line, what),
            Ok(anchor) => {
                let text = entry.text.trim_end().to_owned();
                let note = Note::new(anchor, entry.language.clone(), text, source, self.lines);
                if note.lines.is_empty() {
                    self.remark(line, format!("no line of the program is {}", note.anchor));
                }
                self.notes.push(note);
            }
        }
    }

    fn remark(&mut self, line: usize, what: String) {
        self.remarks.push(Remark { line, what });
    }

    fn find(&self, key: Key, language: Option<&str>) -> Option<&str> {
        let entry =
            self.entries.iter().find(|entry| entry.key == key && entry.language.as_deref() == language)?;
        Some(entry.text.trim_end())
    }

    /// What is said, in English.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&str> {
        self.find(key, None)
    }

    /// What is said in the language, else in English.
    #[must_use]
    pub fn get_in(&self, language: &str, key: Key) -> Option<&str> {
        self.find(key, Some(language)).or_else(|| self.get(key))
    }

    /// The paragraphs of the lesson.
    pub fn lesson(&self) -> impl Iterator<Item = &str> {
        self.get(Key::Lesson).unwrap_or_default().split('\n').filter(|paragraph| !paragraph.is_empty())
    }

    /// Its place within the chapter; last where it has none.
    #[must_use]
    pub fn order(&self) -> u32 {
        self.get(Key::Order).and_then(|text| text.parse().ok()).unwrap_or(u32::MAX)
    }

    /// The number of the program in the course.
    #[must_use]
    pub fn course(&self) -> Option<u32> {
        self.get(Key::Course)?.parse().ok()
    }

    /// The versions of Python it runs under.
    #[must_use]
    pub const fn python(&self) -> Option<Versions> {
        self.python
    }

    /// How it ends.
    #[must_use]
    pub const fn ends(&self) -> Option<&Ending> {
        self.ends.as_ref()
    }

    /// How it ends from a version on, where that is something else.
    #[must_use]
    pub const fn since(&self) -> Option<&(Version, Ending)> {
        self.since.as_ref()
    }

    /// The version whose removed forms it shows.
    #[must_use]
    pub const fn compat(&self) -> Option<Version> {
        self.compat
    }

    /// What it claims about its run.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The virtual time that it claims to take.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        self.claims.iter().find_map(|claim| if let Claim::Takes(time) = claim { Some(*time) } else { None })
    }

    /// What is said about single lines, in every language.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// What is said in English about a line of the file, from 1.
    pub fn notes_at(&self, line: usize) -> impl Iterator<Item = &str> {
        let here = move |note: &&Note| note.language.is_none() && note.lines.contains(&line);
        self.notes.iter().filter(here).map(|note| &*note.text)
    }

    /// What is wrong with the block.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// How many lines of the program the block takes; what follows is the program proper.
    #[must_use]
    pub const fn lines(&self) -> usize {
        self.lines
    }
}

/// The beginning of something that is said: `note.zh [asleep]: text`.
struct Head<'a> {
    word: &'a str,
    language: Option<&'a str>,
    argument: &'a str,
    value: &'a str,
}

impl<'a> Head<'a> {
    /// Only one blank may precede the word.
    fn parse(comment: &'a str) -> Option<Self> {
        let comment = comment.strip_prefix(' ').unwrap_or(comment);
        let is_part_of_it = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let (name, rest) = comment.split_at(comment.find(|c| !is_part_of_it(c))?);
        let (word, language) = name.split_once('.').map_or((name, None), |(word, tag)| (word, Some(tag)));
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        if let Some(value) = rest.strip_prefix(':') {
            return Some(Self { word, language, argument: "", value: value.trim() });
        }
        // An ordinary sentence has blanks and a colon too.
        Key::from_word(word).filter(|key| key.takes_argument())?;
        let rest = rest.trim_start();
        let close = match rest.strip_prefix('"') {
            Some(text) => text.find("\":")? + 2,
            None => rest.find(':')?,
        };
        let (argument, value) = (rest[..close].trim(), rest[close + 1..].trim());
        Some(Self { word, language, argument, value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lines_paragraphs_and_languages() {
        let front = FrontMatter::parse(
            "#!/usr/bin/env python3\n# somebody: wrote this\n# title: Two\n# title.zh: 二\n# lesson: One.\n#   Two.\n#\n#   Three.\nimport asyncio\n# concept: too late\n",
        );
        assert_eq!(front.get(Key::Title), Some("Two"));
        assert_eq!(front.get_in("zh", Key::Title), Some("二"));
        assert_eq!(front.get_in("de", Key::Title), Some("Two"));
        assert_eq!(front.lesson().collect::<Vec<_>>(), ["One. Two.", "Three."]);
        assert_eq!(front.get(Key::Concept), None);
        assert_eq!((front.lines(), front.remarks()), (8, &[][..]));
    }

    #[test]
    fn what_is_more_than_text_is_read() {
        let front = FrontMatter::parse(
            "# course: 7\n# python: 3.7 to 3.13\n# ends: returns\n# since 3.14: raises RuntimeError\n# compat: 3.8\n# claims:\n#   takes 2.5 s\n#   prints \"a: b\",\n#     \"c\"\n# note [nap]: Zzz.\n# note.zh [nap]: 睡。\n# note \"print(1)\": A number: one.\n\nsleep()  # [nap]\nprint(1)\n",
        );
        assert_eq!(front.remarks(), []);
        assert_eq!(front.course(), Some(7));
        assert_eq!(front.python().unwrap().to_string(), "3.7 to 3.13");
        assert_eq!(front.ends(), Some(&Ending::Returns));
        assert_eq!(front.since().unwrap().1, Ending::Raises("RuntimeError".into()));
        assert_eq!(front.compat().unwrap().to_string(), "3.8");
        let claims: Vec<String> = front.claims().iter().map(ToString::to_string).collect();
        assert_eq!(claims, ["takes 2.5 s", "prints \"a: b\", \"c\""]);
        assert_eq!(front.duration(), Some(Duration::from_millis(2500)));
        assert_eq!(front.notes_at(14).collect::<Vec<_>>(), ["Zzz."]);
        assert_eq!(front.notes_at(15).collect::<Vec<_>>(), ["A number: one."]);
        assert_eq!((front.notes().len(), front.notes_at(1).count()), (3, 0));
    }

    #[test]
    fn what_does_not_fit_is_remarked_upon() {
        let front = FrontMatter::parse(
            "# title: A\n# titel: B\n# title: C\n# order: first\n#nothing\n# claims: takes 1 s\n#   takes ages\n# ends: badly\n# python: new\n# note: where?\n# note [x]: gone\n# note x: bad\n# order.zh: 1\n# lesson:\n# since now: never\n",
        );
        let remarks: Vec<String> = front.remarks().iter().map(ToString::to_string).collect();
        assert_eq!(
            remarks,
            [
                "line 2: there is no key \"titel\"",
                "line 3: \"title\" is said twice; the first counts",
                "line 4: \"first\" is no number",
                "line 5: neither `# key: text` nor an indented line that goes on",
                "line 7: \"takes ages\" is no claim",
                "line 8: \"badly\" is no end; it is one of: returns, raises NAME, exits CODE, never, deadlock",
                "line 9: \"new\" is no version; one is written 3.13",
                "line 10: nothing stands between \"note\" and the colon",
                "line 11: no line of the program is [x]",
                "line 12: \"x\" names no line; write [marker], \"text of the line\" or a number",
                "line 13: \"order\" is the same in every language",
                "line 14: \"lesson\" says nothing",
                "line 15: \"now\" is no version; one is written 3.13",
            ]
        );
        assert_eq!((front.get(Key::Title), front.order()), (Some("A"), u32::MAX));
        assert_eq!(front.claims().len(), 1);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_survived(source in "(#? ?(note|since|claims|python)?[a-z.\"\\[]{0,8}:?[ -~\u{80}-\u{2fff}]{0,12}\n){0,9}") {
            let front = FrontMatter::parse(&source);
            proptest::prop_assert!(front.lines() <= source.lines().count());
        }
    }
}

//! What is said about a program, in comments at its top, so that the program stays a plain program.
//!
//! ```text
//! # title: Two sleepers
//! # title.zh: 两个睡觉的任务          the same in another language
//! # concept: tasks wait at the same time
//! # chapter: First steps
//! # order: 1                          its place in the chapter
//! # lesson: Two tasks sleep, one for two seconds and one for three.
//! #   A line that is indented goes on with the one before.
//! #
//! #   An empty comment between such lines begins a new paragraph.
//! ```
//!
//! The block ends with the first line that is no comment. Comments before the first known key are just
//! comments; after it, a line that does not fit is remarked upon and skipped.

use std::fmt;

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
    /// What to look at and what to learn: a few plain sentences.
    Lesson,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 5] = [Self::Title, Self::Concept, Self::Chapter, Self::Order, Self::Lesson];

    /// The word in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Concept => "concept",
            Self::Chapter => "chapter",
            Self::Order => "order",
            Self::Lesson => "lesson",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.word() == word)
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
    /// Paragraphs are separated by a line break, lines within one are joined.
    text: String,
}

/// What is said about one program.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FrontMatter {
    entries: Vec<Entry>,
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
        front
    }

    /// Takes up one comment; says whether it belongs to the block.
    fn take_comment(&mut self, line: usize, comment: &str) -> bool {
        let comment = comment.trim_end();
        if let Some((key, value)) = split_key(comment) {
            let (word, language) = key.split_once('.').map_or((key, None), |(key, tag)| (key, Some(tag)));
            match Key::from_word(word) {
                Some(key) => self.open(line, key, language, value),
                // Somebody's ordinary comment, as long as nothing was said yet.
                None if self.entries.is_empty() => return false,
                None => self.remark(line, format!("there is no key {word:?}")),
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
        } else {
            self.remark(line, "neither `# key: text` nor an indented line that goes on".to_owned());
        }
        true
    }

    fn open(&mut self, line: usize, key: Key, language: Option<&str>, value: &str) {
        if self.find(key, language).is_some() {
            self.remark(line, format!("{:?} is said twice; the first counts", key.word()));
        }
        if key == Key::Order && value.parse::<u32>().is_err() {
            self.remark(line, format!("{value:?} is no number"));
        }
        self.entries.push(Entry { key, language: language.map(str::to_owned), text: value.to_owned() });
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

/// `" title.zh: text"` → `("title.zh", "text")`; only one blank may precede a key.
fn split_key(comment: &str) -> Option<(&str, &str)> {
    let comment = comment.strip_prefix(' ').unwrap_or(comment);
    let (key, value) = comment.split_once(':')?;
    let is_key = key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    is_key.then(|| (key, value.trim()))
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
    fn what_does_not_fit_is_remarked_upon() {
        let front = FrontMatter::parse("# title: A\n# titel: B\n# title: C\n# order: first\n#nothing\n");
        let remarks: Vec<String> = front.remarks().iter().map(ToString::to_string).collect();
        assert_eq!(
            remarks,
            [
                "line 2: there is no key \"titel\"",
                "line 3: \"title\" is said twice; the first counts",
                "line 4: \"first\" is no number",
                "line 5: neither `# key: text` nor an indented line that goes on",
            ]
        );
        assert_eq!((front.get(Key::Title), front.order()), (Some("A"), u32::MAX));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_survived(source in "(#? ?[a-z.]{0,8}:?[ -~\u{80}-\u{2fff}]{0,12}\n){0,9}") {
            let front = FrontMatter::parse(&source);
            proptest::prop_assert!(front.lines() <= source.lines().count());
        }
    }
}

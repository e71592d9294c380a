//! The line at the bottom in which one types a command or what to look for.

use unicode_segmentation::UnicodeSegmentation;

use super::direction::Direction;

/// What is typed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Asking {
    /// A command.
    Command,
    /// A text to look for.
    Search,
}

impl Asking {
    /// What stands before it.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Command => ":",
            Self::Search => "/",
        }
    }
}

/// A way to change the line.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Edit {
    /// Take back the character before the cursor.
    Erase,
    /// Take out the character at the cursor.
    Delete,
    /// Take back the word before the cursor.
    EraseWord,
    /// Take back all before the cursor.
    EraseAll,
    /// Move the cursor by a character.
    Character(Direction),
    /// Move it to the start or the end.
    Edge(Direction),
    /// Bring an older line back, or a newer one.
    Past(Direction),
}

/// Lines that are remembered.
const MOST: usize = 100;

/// The longest line.
const LONGEST: usize = 1000;

/// What was typed before, the latest last.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Past(Vec<String>);

impl Past {
    /// Remembers a line.
    pub fn add(&mut self, line: &str) {
        if line.trim().is_empty() || self.0.last().is_some_and(|last| last == line) {
            return;
        }
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push(line.to_owned());
    }
}

/// The line, while it is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prompt {
    asking: Asking,
    text: String,
    /// Before which byte the cursor stands.
    cursor: usize,
    /// How many lines back in the past this one is.
    back: usize,
    /// What was typed before an older line was brought back.
    draft: String,
}

impl Prompt {
    /// An empty line.
    #[must_use]
    pub const fn new(asking: Asking) -> Self {
        Self { asking, text: String::new(), cursor: 0, back: 0, draft: String::new() }
    }

    /// What is typed.
    pub const fn asking(&self) -> Asking {
        self.asking
    }

    /// The line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor, and what at it and behind.
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Puts a text in at the cursor; what is no character of a line is left out.
    pub fn insert(&mut self, text: &str) {
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        if self.text.len() + text.len() <= LONGEST {
            self.text.insert_str(self.cursor, &text);
            self.cursor += text.len();
        }
    }

    /// Puts another line in its place.
    pub fn set(&mut self, text: String) {
        self.cursor = text.len();
        self.text = text;
    }

    fn before(&self) -> usize {
        let (before, _) = self.halves();
        before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let (_, behind) = self.halves();
        self.cursor + behind.graphemes(true).next().map_or(0, str::len)
    }

    /// Changes the line.
    pub fn edit(&mut self, edit: Edit, past: &Past) {
        match edit {
            Edit::Erase => self.cut(self.before()),
            Edit::Delete => {
                self.text.replace_range(self.cursor..self.after(), "");
            }
            Edit::EraseWord => {
                let (before, _) = self.halves();
                let word = before.trim_end().rfind(' ').map_or(0, |blank| blank + 1);
                self.cut(word);
            }
            Edit::EraseAll => self.cut(0),
            Edit::Character(Direction::Back) => self.cursor = self.before(),
            Edit::Character(Direction::Forward) => self.cursor = self.after(),
            Edit::Edge(Direction::Back) => self.cursor = 0,
            Edit::Edge(Direction::Forward) => self.cursor = self.text.len(),
            Edit::Past(direction) => self.remember(direction, &past.0),
        }
    }

    /// Takes out what stands between there and the cursor.
    fn cut(&mut self, from: usize) {
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }

    fn remember(&mut self, direction: Direction, past: &[String]) {
        let back = match direction {
            Direction::Back => (self.back + 1).min(past.len()),
            Direction::Forward => self.back.saturating_sub(1),
        };
        if back == self.back {
            return;
        }
        if self.back == 0 {
            self.draft.clone_from(&self.text);
        }
        self.back = back;
        let line = if back == 0 { self.draft.clone() } else { past[past.len() - back].clone() };
        self.set(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Prompt {
        let mut prompt = Prompt::new(Asking::Command);
        prompt.insert(text);
        prompt
    }

    fn edited(mut prompt: Prompt, edits: &[Edit]) -> String {
        for &edit in edits {
            prompt.edit(edit, &Past::default());
        }
        prompt.text
    }

    #[test]
    fn characters_and_words_are_taken_back() {
        use Direction::{Back, Forward};
        assert_eq!(edited(typed("b 任务é"), &[Edit::Erase, Edit::Erase]), "b 任");
        assert_eq!(edited(typed("b out text"), &[Edit::EraseWord]), "b out ");
        assert_eq!(edited(typed("b out"), &[Edit::Character(Back), Edit::EraseAll]), "t");
        assert_eq!(
            edited(typed("ab"), &[Edit::Edge(Back), Edit::Delete, Edit::Edge(Forward), Edit::Erase]),
            ""
        );
        assert_eq!(edited(typed(""), &[Edit::Erase, Edit::Delete, Edit::EraseWord]), "");
    }

    #[test]
    fn older_lines_come_back_and_the_draft_after_them() {
        use Direction::{Back, Forward};
        let mut past = Past::default();
        for line in ["one", "two", "two", " "] {
            past.add(line);
        }
        let mut prompt = typed("dra");
        let mut seen = Vec::new();
        for direction in [Back, Back, Back, Forward, Forward, Forward] {
            prompt.edit(Edit::Past(direction), &past);
            seen.push(prompt.text.clone());
        }
        assert_eq!(seen, ["two", "one", "one", "two", "dra", "dra"]);
    }

    #[test]
    fn no_control_character_gets_in() {
        assert_eq!(typed("a\r\n\x1b[2Jb").text(), "a[2Jb");
    }
}

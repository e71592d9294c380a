//! The program's text as it is drawn: made safe, split into lines, and coloured once when it arrives.

use std::path::Path;
use std::sync::LazyLock;

use tree_sitter_highlight::{HighlightConfiguration, HighlightEvent, Highlighter};

use super::text::{Charset, width};
use super::theme::Syntax;

/// A longer text is shown without colours: parsing it would be felt.
const MOST_COLOURED: usize = 256 << 10;

/// The names of the grammar's parts that look different, and how. The first that fits counts.
const PARTS: &[(&str, Syntax)] = &[
    ("keyword", Syntax::Keyword),
    ("string", Syntax::String),
    ("escape", Syntax::Literal),
    ("number", Syntax::Literal),
    ("constant.builtin", Syntax::Literal),
    ("comment", Syntax::Comment),
    ("function", Syntax::Function),
    ("embedded", Syntax::Other),
    ("variable", Syntax::Other),
    ("property", Syntax::Other),
];

/// A piece of a line that looks the same throughout.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// What it is.
    pub syntax: Syntax,
    /// Its text, safe to be drawn.
    pub text: String,
}

/// A line of the program.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceLine {
    /// Its pieces, from the left.
    pub pieces: Vec<Piece>,
}

impl SourceLine {
    /// The text, as it is drawn.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// A program's text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceText {
    lines: Vec<SourceLine>,
}

impl SourceText {
    /// Prepares the text of a file for being drawn; only Python has colours.
    #[must_use]
    pub fn of(file: &str, source: &str, charset: Charset) -> Self {
        let is_python = Path::new(file).extension().is_some_and(|extension| extension == "py");
        Self::prepare(source, charset, is_python && source.len() <= MOST_COLOURED)
    }

    /// Prepares the text of a Python program for being drawn.
    #[must_use]
    pub fn new(source: &str, charset: Charset) -> Self {
        Self::prepare(source, charset, source.len() <= MOST_COLOURED)
    }

    fn prepare(source: &str, charset: Charset, is_coloured: bool) -> Self {
        let mut expanded = String::with_capacity(source.len() + 1);
        for line in source.lines() {
            expanded.push_str(&expand_tabs(line));
            expanded.push('\n');
        }
        let mut text = Self { lines: Vec::new() };
        if !is_coloured || text.colour(&expanded, charset).is_none() {
            text.lines.clear();
            text.push(&expanded, Syntax::Other, charset);
        }
        // The line after the last line's end is none.
        text.lines.pop();
        text
    }

    /// The text, as it is drawn.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.text() + "\n").collect()
    }

    /// The lines, the first being line 1.
    pub fn lines(&self) -> &[SourceLine] {
        &self.lines
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many digits the largest line number has, at least two.
    pub fn number_width(&self) -> usize {
        self.len().max(10).ilog10() as usize + 1
    }

    /// Takes up the text with colours; nothing where the grammar cannot cope.
    fn colour(&mut self, source: &str, charset: Charset) -> Option<()> {
        let grammar = PYTHON.as_ref()?;
        let mut highlighter = Highlighter::new();
        let events = highlighter.highlight(grammar, source.as_bytes(), None, None, |_| None).ok()?;
        let mut stack = Vec::new();
        for event in events {
            match event.ok()? {
                HighlightEvent::HighlightStart(part) => stack.push(PARTS[part.0].1),
                HighlightEvent::HighlightEnd => drop(stack.pop()),
                HighlightEvent::Source { start, end } => {
                    let syntax = stack.last().copied().unwrap_or(Syntax::Other);
                    self.push(source.get(start..end)?, syntax, charset);
                }
            }
        }
        Some(())
    }

    fn push(&mut self, text: &str, syntax: Syntax, charset: Charset) {
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 || self.lines.is_empty() {
                self.lines.push(SourceLine::default());
            }
            let Some(line) = self.lines.last_mut().filter(|_| !part.is_empty()) else { continue };
            let part = charset.visible(part);
            match line.pieces.last_mut().filter(|piece| piece.syntax == syntax) {
                Some(piece) => piece.text.push_str(&part),
                None => line.pieces.push(Piece { syntax, text: part.into_owned() }),
            }
        }
    }
}

static PYTHON: LazyLock<Option<HighlightConfiguration>> = LazyLock::new(|| {
    let query = tree_sitter_python::HIGHLIGHTS_QUERY;
    let mut grammar =
        HighlightConfiguration::new(tree_sitter_python::LANGUAGE.into(), "python", query, "", "").ok()?;
    let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    grammar.configure(&names);
    Some(grammar)
});

/// Tabs go to the next multiple of four.
fn expand_tabs(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (index, part) in line.split('\t').enumerate() {
        if index > 0 {
            let column = width(&out);
            out.extend(std::iter::repeat_n(' ', 4 - column % 4));
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(source: &str) -> Vec<String> {
        let text = SourceText::new(source, Charset::Unicode);
        let line = |line: &SourceLine| {
            line.pieces
                .iter()
                .map(|piece| match piece.syntax {
                    Syntax::Keyword => format!("<{}>", piece.text),
                    Syntax::String => format!("«{}»", piece.text),
                    Syntax::Function => format!("{}()", piece.text),
                    Syntax::Literal => format!("={}=", piece.text),
                    Syntax::Comment => format!("#{}", piece.text),
                    Syntax::Other => piece.text.clone(),
                })
                .collect()
        };
        text.lines().iter().map(line).collect()
    }

    #[test]
    fn parts_of_a_program_are_told_apart() {
        assert_eq!(
            show("async def main():\n\tawait sleep(1)  # one\r\n\n    print(\"a\\n\", None)\n"),
            [
                "<async> <def> main()():",
                "    <await> sleep()(=1=)  ## one",
                "",
                "    print()(«\"a»=\\n=«\"», =None=)",
            ]
        );
    }

    #[test]
    fn what_is_no_program_is_shown_all_the_same() {
        assert_eq!(show(""), [""; 0]);
        assert_eq!(show("def (((\n\x1b[2J").len(), 2);
        assert_eq!(show("'''open\nfor ever").len(), 2);
    }

    #[test]
    fn lines_are_counted_as_editors_count_them() {
        let source = include_str!("../../scenarios/tasks/two_sleepers.py");
        let text = SourceText::new(source, Charset::Unicode);
        assert_eq!(text.len(), source.lines().count());
        let rebuilt: Vec<String> = text.lines().iter().map(SourceLine::text).collect();
        assert_eq!(rebuilt, source.lines().collect::<Vec<_>>());
    }

    proptest::proptest! {
        #[test]
        fn any_text_keeps_its_lines(source in "[ -~\\n\\t\u{e9}\u{4efb}]{0,80}") {
            let text = SourceText::new(&source, Charset::Unicode);
            proptest::prop_assert_eq!(text.len(), source.lines().count());
        }
    }
}

//! What the tokenizer makes of a text, and what it says of one that it cannot read.

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A name or a keyword.
    Name,
    Number,
    /// A string without expressions in it.
    Text,
    /// The prefix and quote that begin an f-string.
    FStart,
    /// Text inside an f-string.
    FMiddle,
    /// The quote that ends an f-string.
    FEnd,
    /// An operator or a bracket; also a character that is none in Python.
    Operator,
    /// The end of a logical line.
    Newline,
    Indent,
    Dedent,
    /// The end of the text.
    End,
    /// Where the tokenizer stopped before the end.
    Broken,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Where it begins and ends, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// In how many brackets the text is after it.
    pub(super) level: usize,
}

/// Which exception a fault becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::python) enum FaultKind {
    Syntax,
    Indentation,
    Tab,
}

/// A place as `SyntaxError` gives it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::python) struct Place {
    /// From 1.
    pub(in crate::python) line: usize,
    /// In characters, from 1; 0 and less where CPython knows no place.
    pub(in crate::python) column: i32,
}

/// How the line that is at fault is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::python) enum Shown {
    /// With its end.
    Line,
    /// Without its end.
    Bare,
    /// As the file has it, if the text is from one.
    FromFile,
}

/// What is wrong with a text, in CPython's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::python) struct Fault {
    pub(in crate::python) kind: FaultKind,
    pub(in crate::python) message: String,
    pub(in crate::python) start: Place,
    pub(in crate::python) end: Place,
    pub(in crate::python) shown: Shown,
}

/// A text and where its lines begin.
pub(in crate::python) struct Source {
    /// With `\n` at the end of every line.
    pub(in crate::python) text: String,
    lines: Vec<usize>,
}

impl Source {
    pub(in crate::python) fn new(text: &str) -> Self {
        let mut text =
            text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        if !text.ends_with('\n') {
            text.push('\n');
        }
        Self::as_it_is(&text)
    }

    /// Where the places of something else point to: it must stay as it is.
    pub(in crate::python) fn as_it_is(text: &str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text: text.to_owned(), lines }
    }

    /// The number of the line with this byte, from 1.
    pub(in crate::python) fn line_of(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|&start| start <= at);
        // What follows the end of the last line belongs to it.
        if self.text.ends_with('\n') { line.min(self.lines.len() - 1).max(1) } else { line }
    }

    /// Where the line begins.
    pub(in crate::python) fn line_start(&self, line: usize) -> usize {
        self.lines[line - 1]
    }

    /// The line with its end.
    pub(in crate::python) fn line(&self, line: usize) -> &str {
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        &self.text[self.line_start(line).min(end)..end]
    }

    pub(in crate::python) fn place(&self, at: usize) -> Place {
        let line = self.line_of(at);
        let column = self.text[self.line_start(line)..at].chars().count() + 1;
        Place { line, column: i32::try_from(column).unwrap_or(i32::MAX) }
    }

    /// A fault from one byte to another.
    pub(in crate::python) fn fault(&self, message: impl Into<String>, start: usize, end: usize) -> Fault {
        let (start, end) = (self.place(start), self.place(end));
        Fault { kind: FaultKind::Syntax, message: message.into(), start, end, shown: Shown::Line }
    }
}

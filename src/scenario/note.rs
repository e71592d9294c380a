//! Notes: what is said about single lines of a program.
//!
//! ```text
//!  # note [asleep]: Nobody else runs now.     the line that ends in `# [asleep]`, as with a footnote
//!  # note "await two": Ready long since.      every line with this text in it
//!  # note 23: ...                             the line of this number; the first edit makes it wrong
//! ```

use std::fmt;

/// What ties a note to a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// A comment at the end of the line: `# [asleep]`.
    Marker(String),
    /// Text of the line.
    Text(String),
    /// Its number in the file, from 1.
    Line(usize),
}

impl Anchor {
    /// Reads what stands between `note` and the colon.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let within = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
        let anchor = match (within('[', ']'), within('"', '"')) {
            (Some(marker), _) => Some(Self::Marker(marker.to_owned())),
            (_, Some(part)) => Some(Self::Text(part.to_owned())),
            _ => text.parse().ok().filter(|line| *line > 0).map(Self::Line),
        };
        let is_empty =
            matches!(&anchor, Some(Self::Marker(text) | Self::Text(text)) if text.trim().is_empty());
        anchor.filter(|_| !is_empty).ok_or_else(|| {
            format!("{text:?} names no line; write [marker], \"text of the line\" or a number")
        })
    }

    /// The lines of the program, which begins after `skipped` lines of the file.
    fn lines(&self, source: &str, skipped: usize) -> Vec<usize> {
        let is_it = |number: usize, line: &str| match self {
            Self::Marker(marker) => line
                .trim_end()
                .rsplit_once('#')
                .is_some_and(|(_, comment)| comment.trim_start().starts_with(&format!("[{marker}]"))),
            Self::Text(text) => line.contains(text.as_str()),
            Self::Line(wanted) => number == *wanted,
        };
        let program = source.lines().enumerate().skip(skipped).map(|(index, line)| (index + 1, line));
        program.filter(|(number, line)| is_it(*number, line)).map(|(number, _)| number).collect()
    }
}

/// As it is written.
impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Marker(marker) => write!(f, "[{marker}]"),
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Line(line) => line.fmt(f),
        }
    }
}

/// What is said about a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// What ties it to the program.
    pub anchor: Anchor,
    /// The language; English where none is given.
    pub language: Option<String>,
    /// What is said.
    pub text: String,
    /// The lines it is about, from 1; never empty in a program whose front matter has no remarks.
    pub lines: Vec<usize>,
}

impl Note {
    /// A note, tied to the lines of a program that begins after `skipped` lines of the file.
    #[must_use]
    pub fn new(anchor: Anchor, language: Option<String>, text: String, source: &str, skipped: usize) -> Self {
        let lines = anchor.lines(source, skipped);
        Self { anchor, language, text, lines }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_find_their_lines() {
        let source = "# note ...\nimport time\n\ntime.sleep(2)  # [nap] better not\ntime.sleep(3)\n";
        let lines = |anchor: &str| Anchor::parse(anchor).unwrap().lines(source, 1);
        assert_eq!(lines("[nap]"), [4]);
        assert_eq!(lines("\"time.sleep\""), [4, 5]);
        assert_eq!(lines("\"note\""), [0; 0]);
        assert_eq!(lines("2"), [2]);
        assert_eq!(lines("1"), [0; 0]);
        assert_eq!(lines("99"), [0; 0]);
        for anchor in ["", "0", "x", "[]", "\"\"", "[a", "\""] {
            assert!(Anchor::parse(anchor).is_err(), "{anchor}");
        }
    }
}

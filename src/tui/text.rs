//! Text from programs, made fit for the screen.
//!
//! Names, output and source come from a program that may do what it likes, so nothing of it is obeyed:
//! control, bidirectional and invisible characters are shown as escapes, a heap of combining marks is cut,
//! and what is measured here is what the terminal will take up.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Combining marks that are kept on one character; scripts need up to four.
const MOST_MARKS: usize = 4;

/// Which characters the terminal can show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Charset {
    /// All of Unicode.
    #[default]
    Unicode,
    /// ASCII only; everything else is shown as an escape.
    Ascii,
}

/// Whether the character would move the cursor, change the order of others, not be seen at all, or be wider
/// than any that terminals agree upon.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || UnicodeWidthChar::width(c).is_some_and(|cells| cells > 2)
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// A character on the screen is one or two cells wide; what makes it wider does not belong to it.
fn is_too_wide(grapheme: &str) -> bool {
    UnicodeWidthStr::width(grapheme) > 2
}

fn push_escape(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\0'..='\u{ff}' => {
            // Writing into a string cannot fail.
            let _ = write!(out, "\\x{:02x}", u32::from(c));
        }
        _ => out.extend(c.escape_unicode()),
    }
}

impl Charset {
    /// The text with everything that must not reach the terminal made visible.
    pub fn visible(self, text: &str) -> Cow<'_, str> {
        let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if plain {
            return Cow::Borrowed(text);
        }
        let mut out = self.escaped(text);
        // A mark may have found a new neighbour, and with it be too wide again; every turn escapes one more.
        while out.graphemes(true).any(is_too_wide) {
            out = self.escaped(&out);
        }
        Cow::Owned(out)
    }

    /// A sentence of the program's own, in which texts of others may stand: what is only finer print is written plainly
    /// where it cannot be shown.
    pub fn said(self, text: &str) -> String {
        match self {
            Self::Unicode => self.visible(text).into_owned(),
            Self::Ascii => {
                let plain = text.replace(['“', '”'], "\"").replace('…', "...").replace('×', "x");
                self.visible(&plain).into_owned()
            }
        }
    }

    fn escaped(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        for grapheme in text.graphemes(true) {
            self.push_grapheme(&mut out, grapheme);
        }
        out
    }

    fn push_grapheme(self, out: &mut String, grapheme: &str) {
        let is_ascii_only = self == Self::Ascii;
        let is_too_wide = is_too_wide(grapheme);
        for (index, c) in grapheme.chars().enumerate() {
            if index > MOST_MARKS {
                break;
            }
            if is_unsafe(c) || (is_ascii_only && !c.is_ascii()) || (is_too_wide && index > 0) {
                push_escape(out, c);
            } else {
                out.push(c);
            }
        }
    }

    /// The sign for what was cut off.
    pub const fn ellipsis(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "~",
        }
    }

    /// The text in at most `cells` cells; what is cut off is said.
    pub fn fit(self, text: &str, cells: usize) -> Cow<'_, str> {
        if width(text) <= cells {
            return Cow::Borrowed(text);
        }
        if cells == 0 {
            return Cow::Borrowed("");
        }
        Cow::Owned(format!("{}{}", clip(text, cells - 1), self.ellipsis()))
    }

    /// The text in exactly `cells` cells, filled up with blanks on the right.
    pub fn pad(self, text: &str, cells: usize) -> String {
        let mut out = self.fit(text, cells).into_owned();
        let used = width(&out);
        out.extend(std::iter::repeat_n(' ', cells.saturating_sub(used)));
        out
    }
}

/// As much of the text as goes into `cells` cells.
pub fn clip(text: &str, cells: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > cells {
            return &text[..at];
        }
    }
    text
}

/// How many cells the text takes up: character by character, as it is drawn.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

/// The text in lines of at most `cells` cells, broken between words where that is possible.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if cells == 0 {
        return lines;
    }
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let more = width(word);
        if used > 0 && used + 1 + more <= cells {
            line.push(' ');
            line.push_str(word);
            used += 1 + more;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for grapheme in word.graphemes(true) {
            let more = width(grapheme);
            if used > 0 && used + more > cells {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(grapheme);
            used += more;
        }
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const U: Charset = Charset::Unicode;

    #[test]
    fn nothing_reaches_the_terminal_that_it_would_obey() {
        assert_eq!(U.visible("\x1b[2Jbye\x07\r\n"), "\\x1b[2Jbye\\x07\\r\\n");
        assert_eq!(U.visible("\u{202e}evil\u{200b}\u{9b}"), "\\u{202e}evil\\u{200b}\\x9b");
        assert_eq!(U.visible("Grüße, 任务"), "Grüße, 任务");
        assert_eq!(Charset::Ascii.visible("Grü任"), "Gr\\xfc\\u{4efb}");
        assert_eq!(U.visible("\u{2f00}\u{a823}"), "\u{2f00}\\u{a823}");
    }

    #[test]
    fn sentences_are_plain_where_they_must_be() {
        assert_eq!(Charset::Ascii.said("prints “Grü…”, 4×"), "prints \"Gr\\xfc...\", 4x");
        assert_eq!(U.said("prints “a”"), "prints “a”");
    }

    #[test]
    fn a_heap_of_marks_is_cut() {
        let zalgo = format!("a{}b", "\u{301}".repeat(10_000));
        let shown = U.visible(&zalgo);
        assert_eq!((shown.chars().count(), width(&shown)), (2 + MOST_MARKS, 2));
    }

    #[test]
    fn wide_characters_are_cut_between_cells() {
        assert_eq!(U.fit("任务名称", 5), "任务…");
        assert_eq!(U.pad("任务名称", 6), "任务… ");
        assert_eq!(Charset::Ascii.fit("abcdef", 3), "ab~");
        assert_eq!(U.fit("abc", 0), "");
        assert_eq!(U.pad("abc", 5), "abc  ");
    }

    #[test]
    fn words_wrap_and_long_ones_break() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("任务 a", 3), ["任", "务", "a"]);
        assert!(wrap("a", 0).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_holds_no_control_character(text in "\\PC*|[\\x00-\\x{2fff}]{0,20}") {
            for charset in [U, Charset::Ascii] {
                let shown = charset.visible(&text);
                proptest::prop_assert!(!shown.chars().any(is_unsafe));
                for cells in 0..12 {
                    proptest::prop_assert!(width(&charset.fit(&shown, cells)) <= cells);
                    proptest::prop_assert!(wrap(&shown, cells.max(2)).iter().all(|line| width(line) <= cells.max(2)));
                }
            }
        }
    }
}

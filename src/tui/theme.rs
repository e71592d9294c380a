//! How everything looks: the one place that knows colours, glyphs and patterns.
//!
//! A state is always a glyph, a pattern and a colour, so that it reads without colour, and in ASCII.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use super::text::Charset;

mod scheme;
mod shapes;

use scheme::{Hue, colour};
pub use scheme::{Palette, Scheme};

/// The state of a task or a loop, as it is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Look {
    /// Pending, on the ready queue.
    Queued,
    /// Pending, suspended.
    Waiting,
    /// Running.
    Running,
    /// The thread is blocked: nothing else can run.
    Blocked,
    /// Returned.
    Returned,
    /// Raised.
    Raised,
    /// Cancelled.
    Cancelled,
}

impl Look {
    /// Every state, in the order in which a legend names them.
    pub const ALL: [Self; 7] = [
        Self::Queued,
        Self::Waiting,
        Self::Running,
        Self::Blocked,
        Self::Returned,
        Self::Raised,
        Self::Cancelled,
    ];

    /// The state in a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "ready",
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Blocked => "blocked",
            Self::Returned => "returned",
            Self::Raised => "raised",
            Self::Cancelled => "cancelled",
        }
    }
}

/// The parts of source text that look different.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Syntax {
    /// `async`, `def`, `while`.
    Keyword,
    /// A string.
    String,
    /// A number, `None`, `True`.
    Literal,
    /// A comment.
    Comment,
    /// The name of a function that is defined or called.
    Function,
    /// Everything else.
    Other,
}

/// Colours, glyphs and patterns.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Theme {
    /// Which characters can be shown.
    pub charset: Charset,
    /// How many colours there are.
    pub palette: Palette,
    /// Which of them are used.
    pub scheme: Scheme,
}

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Theme {
    /// The theme that fits the terminal: NO_COLOR forbids colours, a locale without UTF-8 everything but ASCII.
    #[must_use]
    pub fn from_environment(ascii: bool) -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable).unwrap_or_default();
        let charset = if ascii || !speaks_utf8(&locale) { Charset::Ascii } else { Charset::Unicode };
        let term = variable("TERM").unwrap_or_default();
        let colours = variable("COLORTERM").unwrap_or_default();
        let palette = match variable("NO_COLOR") {
            Some(_) => Palette::Plain,
            None if matches!(&*colours, "truecolor" | "24bit") => Palette::True,
            None if term.contains("256color") || !colours.is_empty() => Palette::Full,
            None => Palette::Sixteen,
        };
        Self { charset, palette, scheme: Scheme::default() }
    }

    const fn glyph(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self.charset {
            Charset::Unicode => unicode,
            Charset::Ascii => ascii,
        }
    }

    /// The same with other colours.
    #[must_use]
    pub const fn with(self, scheme: Scheme) -> Self {
        Self { scheme, ..self }
    }

    fn colour(self, hue: Hue) -> Style {
        colour(self.scheme, self.palette, hue).map_or(Style::new(), |colour| Style::new().fg(colour))
    }

    /// Whether there are colours at all.
    pub const fn is_plain(self) -> bool {
        matches!(self.palette, Palette::Plain) || matches!(self.scheme, Scheme::Monochrome)
    }

    /// What everything is drawn on: the scheme's own background, where it has one.
    pub fn ground(self) -> Style {
        let ground = colour(self.scheme, self.palette, Hue::Ground);
        ground.map_or(Style::new(), |ground| self.colour(Hue::Text).bg(ground))
    }

    /// Ordinary text.
    pub fn text(self) -> Style {
        if self.is_plain() {
            return Style::new();
        }
        Style::new().fg(colour(self.scheme, self.palette, Hue::Text).unwrap_or(Color::Reset))
    }

    /// Text that stays in the background: line numbers, units, hints.
    pub fn dim(self) -> Style {
        if self.is_plain() { Style::new().add_modifier(Modifier::DIM) } else { self.colour(Hue::Grey) }
    }

    /// Lines that are hardly there.
    pub fn faint(self) -> Style {
        match self.palette {
            Palette::Sixteen if self.scheme == Scheme::Terminal => self.dim(),
            _ if self.is_plain() => self.dim(),
            _ => self.colour(Hue::Faint),
        }
    }

    /// What is meant to be seen first.
    pub const fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What the last move changed.
    pub fn changed(self) -> Style {
        self.colour(Hue::Amber).add_modifier(Modifier::BOLD)
    }

    /// Titles, keys and whatever else belongs to loopscope itself.
    pub fn accent(self) -> Style {
        self.colour(Hue::Teal)
    }

    /// Something went wrong.
    pub fn error(self) -> Style {
        self.colour(Hue::Red).add_modifier(Modifier::BOLD)
    }

    /// What is looked for, wherever it stands.
    pub const fn found(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The selected line of a list.
    pub fn selected(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// The row that is marked for an audience.
    pub fn pointed(self) -> Style {
        self.changed().add_modifier(Modifier::REVERSED)
    }

    /// The code of a line where an exception was raised, on top of its colours.
    pub const fn raised_code(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// The line of the source that the cursor is on: calm, but to be seen without colour too.
    pub const fn cursor_row(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// A panel's border.
    pub fn border(self, has_focus: bool) -> Style {
        if has_focus { self.accent() } else { self.faint() }
    }

    /// A panel's border characters.
    pub const fn border_set(self) -> border::Set<'static> {
        match self.charset {
            Charset::Unicode => border::ROUNDED,
            Charset::Ascii => ASCII_BORDER,
        }
    }

    /// The colour of a state.
    pub fn look(self, look: Look) -> Style {
        match look {
            Look::Queued => self.colour(Hue::Amber),
            Look::Waiting => self.colour(Hue::Blue),
            Look::Running => self.colour(Hue::Green).add_modifier(Modifier::BOLD),
            Look::Blocked | Look::Raised => self.colour(Hue::Red).add_modifier(Modifier::BOLD),
            Look::Returned => self.dim(),
            Look::Cancelled => self.colour(Hue::Violet),
        }
    }

    /// The glyph of a state.
    pub const fn mark(self, look: Look) -> &'static str {
        match look {
            Look::Queued => self.glyph("◌", "o"),
            Look::Waiting => self.glyph("◔", "w"),
            Look::Running => self.glyph("●", "#"),
            Look::Blocked => self.glyph("■", "X"),
            Look::Returned => self.glyph("✓", "v"),
            Look::Raised => self.glyph("✗", "!"),
            Look::Cancelled => self.glyph("⊘", "c"),
        }
    }

    /// The pattern of a state: what a bar of the timeline is made of.
    pub const fn pattern(self, look: Look) -> &'static str {
        match look {
            Look::Queued => self.glyph("░", ":"),
            Look::Waiting => self.glyph("─", "-"),
            Look::Running => self.glyph("█", "#"),
            Look::Blocked => self.glyph("▓", "X"),
            Look::Returned | Look::Raised | Look::Cancelled => " ",
        }
    }

    /// Where several states share one cell of the timeline.
    pub const fn merged(self) -> &'static str {
        self.glyph("▒", "%")
    }

    /// A step that is narrower than a cell.
    pub const fn instant(self) -> &'static str {
        self.glyph("▌", "|")
    }

    /// The playhead's line.
    pub const fn playhead(self) -> &'static str {
        self.glyph("│", "|")
    }

    /// The playhead's head, on the axis.
    pub const fn playhead_mark(self) -> &'static str {
        self.glyph("▼", "v")
    }

    /// The line below a tick of the axis.
    pub const fn tick(self) -> &'static str {
        self.glyph("┊", " ")
    }

    /// Where a stretch of time is folded.
    pub const fn broken(self) -> &'static str {
        self.glyph("╱", "/")
    }

    /// Playing.
    pub const fn play(self) -> &'static str {
        self.glyph("▶", ">")
    }

    /// Playing backwards.
    pub const fn rewind(self) -> &'static str {
        self.glyph("◀", "<")
    }

    /// A breakpoint that counts, or one that is passed over.
    pub const fn breakpoint(self, is_on: bool) -> &'static str {
        if is_on { self.glyph("◆", "*") } else { self.glyph("◇", "o") }
    }

    /// Paused.
    pub const fn pause(self) -> &'static str {
        self.glyph("‖", "||")
    }

    /// The line that the cursor is on.
    pub const fn cursor(self) -> &'static str {
        self.glyph("›", "-")
    }

    /// The pointer before a selected or current line.
    pub const fn pointer(self) -> &'static str {
        self.glyph("▸", ">")
    }

    /// Between two things that stand in one line.
    pub const fn separator(self) -> &'static str {
        self.glyph("·", ".")
    }

    /// Nothing there.
    pub const fn nothing(self) -> &'static str {
        self.glyph("–", "-")
    }

    /// Leads to.
    pub const fn arrow(self) -> &'static str {
        self.glyph("→", "->")
    }

    /// A horizontal rule.
    pub const fn rule(self) -> &'static str {
        self.glyph("─", "-")
    }

    /// Source text.
    pub fn syntax(self, syntax: Syntax) -> Style {
        match syntax {
            Syntax::Keyword => self.colour(Hue::Violet),
            Syntax::String => self.colour(Hue::Green),
            Syntax::Literal => self.colour(Hue::Amber),
            Syntax::Comment => self.dim(),
            Syntax::Function => self.colour(Hue::Blue),
            Syntax::Other => Style::new(),
        }
    }
}

/// Whether a locale's name says UTF-8. No locale at all is taken for a modern one.
fn speaks_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.is_empty() || locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::tui::text::width;

    #[test]
    fn states_differ_without_colour() {
        for charset in [Charset::Unicode, Charset::Ascii] {
            let theme = Theme { charset, palette: Palette::Plain, ..Theme::default() };
            let marks: HashSet<_> = Look::ALL.map(|look| theme.mark(look)).into();
            assert_eq!(marks.len(), Look::ALL.len());
            let going = [Look::Queued, Look::Waiting, Look::Running, Look::Blocked];
            let patterns: HashSet<_> = going.map(|look| theme.pattern(look)).into();
            assert_eq!(patterns.len(), going.len());
            assert!(Look::ALL.iter().all(|&look| width(theme.mark(look)) == 1));
        }
    }

    #[test]
    fn ascii_is_ascii() {
        let theme = Theme { charset: Charset::Ascii, palette: Palette::Full, ..Theme::default() };
        let glyphs = Look::ALL.iter().flat_map(|&look| [theme.mark(look), theme.pattern(look)]).chain([
            theme.merged(),
            theme.instant(),
            theme.playhead(),
            theme.playhead_mark(),
            theme.play(),
            theme.pause(),
            theme.rewind(),
            theme.breakpoint(true),
            theme.breakpoint(false),
            theme.pointer(),
            theme.separator(),
            theme.nothing(),
            theme.arrow(),
            theme.rule(),
            theme.tick(),
            theme.broken(),
        ]);
        assert!(glyphs.into_iter().all(str::is_ascii));
    }

    #[test]
    fn a_locale_says_what_it_can() {
        assert!(speaks_utf8("de_DE.UTF-8") && speaks_utf8("C.utf8") && speaks_utf8(""));
        assert!(!speaks_utf8("C") && !speaks_utf8("POSIX") && !speaks_utf8("de_DE.ISO-8859-1"));
    }
}

//! Glyphs that drawings are made of: trees, circles, levels, arrows and markers.

use super::Theme;
use crate::model::timeline::MarkerKind;
use crate::tui::session::Folding;
use crate::tui::text::Charset;

impl Theme {
    /// A branch of a tree that others follow.
    pub const fn branch(self) -> &'static str {
        self.glyph("├ ", "|-")
    }

    /// The last branch of a tree.
    pub const fn last_branch(self) -> &'static str {
        self.glyph("└ ", "`-")
    }

    /// A tree's line that goes on below.
    pub const fn rail(self) -> &'static str {
        self.glyph("│ ", "| ")
    }

    /// Where a circle comes back to.
    pub const fn loop_top(self) -> &'static str {
        self.glyph("╭▸", ",>")
    }

    /// A circle's way back.
    pub const fn loop_side(self) -> &'static str {
        self.glyph("│ ", "| ")
    }

    /// Where a circle closes.
    pub const fn loop_bottom(self) -> &'static str {
        self.glyph("╰─", "`-")
    }

    /// Levels, from nothing to the highest.
    pub const fn levels(self) -> &'static [&'static str] {
        match self.charset {
            Charset::Unicode => &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
            Charset::Ascii => &["_", ".", "-", "=", "#"],
        }
    }

    /// Something is said about a line.
    pub const fn note(self) -> &'static str {
        self.glyph("✎", "*")
    }

    /// A wake-up, on its way to a row further down.
    pub const fn wake_down(self) -> &'static str {
        self.glyph("▾", "v")
    }

    /// A wake-up, on its way to a row further up.
    pub const fn wake_up(self) -> &'static str {
        self.glyph("▴", "^")
    }

    /// The way of a wake-up, between two rows.
    pub const fn wake_way(self) -> &'static str {
        self.glyph("╎", ":")
    }

    /// A marker of the timeline.
    pub const fn marker(self, kind: MarkerKind) -> &'static str {
        match kind {
            MarkerKind::Output => self.glyph("•", "."),
            MarkerKind::Finding => self.glyph("⚑", "!"),
            MarkerKind::Blocked => self.glyph("■", "X"),
            MarkerKind::Cancel => self.glyph("⊘", "c"),
        }
    }

    /// So many times.
    pub const fn times(self) -> &'static str {
        self.glyph("×", "x")
    }

    /// Whether the rows below a group's are its tasks.
    pub const fn folding(self, folding: Folding) -> &'static str {
        match folding {
            Folding::Folded => "+",
            Folding::Unfolded => self.glyph("−", "-"),
        }
    }

    /// A timer that is set.
    pub const fn timer(self) -> &'static str {
        self.glyph("◷", "t")
    }
}

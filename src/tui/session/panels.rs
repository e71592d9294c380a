//! The panels of the player: which has the focus, and where each is scrolled to.

use std::ops::Range;

/// A panel of the player.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Panel {
    /// Who was in which state since when.
    Timeline,
    /// The program.
    Source,
    /// What the loop does next; at the end, the sums.
    Loop,
    /// What was printed.
    Output,
}

impl Panel {
    /// Every panel, in the order in which the focus goes.
    pub const ALL: [Self; 4] = [Self::Timeline, Self::Source, Self::Loop, Self::Output];

    /// What stands in its border.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Source => "source",
            Self::Loop => "loop",
            Self::Output => "output",
        }
    }

    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

/// Whether all panels share the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Arrangement {
    /// They do.
    #[default]
    Shared,
    /// The one with the focus has it alone.
    Enlarged,
}

/// Where a panel is scrolled to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Scroll {
    /// It follows the playhead.
    #[default]
    Following,
    /// Somebody scrolled it; it stays until the playhead moves.
    Held,
}

/// The first visible line of a panel, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Position {
    /// The first visible line.
    pub first: usize,
    /// Why that one.
    pub scroll: Scroll,
}

/// The first line from which `wanted` is visible that is nearest to `first`.
pub(super) const fn bring_into_view(first: usize, room: usize, wanted: Range<usize>) -> usize {
    if wanted.start < first {
        wanted.start
    } else if wanted.end > first + room {
        wanted.end.saturating_sub(room)
    } else {
        first
    }
}

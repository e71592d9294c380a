//! Which way, and how far.

/// Forwards or back: in time, in a list, in speed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// Towards the start.
    Back,
    /// Towards the end.
    Forward,
}

impl Direction {
    /// So far from a place, but not beyond the first or the last there is.
    #[must_use]
    pub fn moved(self, from: usize, by: usize, last: usize) -> usize {
        match self {
            Self::Back => from.saturating_sub(by),
            Self::Forward => from.saturating_add(by).min(last),
        }
    }
}

/// How far.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Stride {
    /// One line.
    Line,
    /// As much as is visible.
    Page,
    /// To the very end.
    All,
}

impl Stride {
    /// In lines, of which so many are a page.
    #[must_use]
    pub const fn lines(self, page: usize) -> usize {
        match self {
            Self::Line => 1,
            Self::Page => page,
            Self::All => usize::MAX,
        }
    }
}

//! Which way, and how far.

/// Forwards or back: in time, in a list, in speed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// Towards the start.
    Back,
    /// Towards the end.
    Forward,
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

//! How far a run is looked ahead: a program may never end.

use std::fmt;

/// How many events beyond the playhead are taken up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// So many: a program may never end.
    Events(usize),
    /// All that there are: a file has an end.
    Unlimited,
}

impl Default for Limit {
    /// Enough for any jump, little memory.
    fn default() -> Self {
        Self::Events(100_000)
    }
}

impl Limit {
    /// The first event that is too far from this one.
    pub(super) const fn beyond(self, event: usize) -> usize {
        match self {
            Self::Events(events) => event.saturating_add(events),
            Self::Unlimited => usize::MAX,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Events(1) => f.write_str("1 event"),
            Self::Events(events) => write!(f, "{events} events"),
            Self::Unlimited => f.write_str("all events"),
        }
    }
}

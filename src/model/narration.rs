//! The sentence of an instant: what happened, why, and what happens next.

use std::fmt;

use super::History;

/// What is to be said of an instant, in plain words; each part is a whole sentence or more.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sentence {
    /// What happened, and why.
    pub happened: String,
    /// What follows from it; empty where nothing sure can be said.
    pub next: String,
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.happened)?;
        if self.next.is_empty() { Ok(()) } else { write!(f, " {}", self.next) }
    }
}

/// Says what happened last at the instant after `n` events.
pub fn narrate(history: &History, n: usize) -> Sentence {
    let Some(event) = n.checked_sub(1).and_then(|last| history.event(last)) else {
        return Sentence { happened: "The run has not begun.".to_owned(), next: String::new() };
    };
    Sentence { happened: event.kind.tag().to_owned(), next: String::new() }
}

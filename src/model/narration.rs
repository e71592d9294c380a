//! The sentence of an instant: what happened, why, and what happens next.
//!
//! Each family of events has a file of its own; `Teller` knows how the things of a run are called. A
//! sentence claims only what the events say: what follows is said where the loop leaves no choice, or is
//! looked up in the events that are already known.

use std::fmt;

use crate::event::EventKind;

use super::{History, Model};
use teller::Teller;

mod future;
mod queue;
mod run;
mod task;
pub(super) mod teller;

/// What is to be said of an instant, in plain words; each part is a whole sentence or more.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sentence {
    /// What happened, and why.
    pub happened: String,
    /// What follows from it; empty where nothing sure can be said.
    pub next: String,
}

impl Sentence {
    fn new(happened: impl Into<String>, next: impl Into<String>) -> Self {
        Self { happened: happened.into(), next: next.into() }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.happened)?;
        if self.next.is_empty() { Ok(()) } else { write!(f, " {}", self.next) }
    }
}

/// Says what happened last at the instant of `model`, which is one of the run `history`.
pub fn narrate(history: &History, model: &Model) -> Sentence {
    let Some(event) = model.events().checked_sub(1).and_then(|last| history.event(last)) else {
        return Sentence::new("The run has not begun.", "");
    };
    let teller = Teller::new(history, model, &event);
    match &event.kind {
        EventKind::TaskCreated { .. }
        | EventKind::StepStarted { .. }
        | EventKind::StepEnded { .. }
        | EventKind::CancelRequested { .. } => task::tell(&teller, &event.kind),
        EventKind::HandleScheduled { .. }
        | EventKind::TimerSet { .. }
        | EventKind::TimerMoved { .. }
        | EventKind::TimerCancelled { .. }
        | EventKind::HandleStarted { .. }
        | EventKind::HandleEnded { .. }
        | EventKind::Iteration { .. }
        | EventKind::Decision { .. } => queue::tell(&teller, &event.kind),
        EventKind::FutureCreated { .. }
        | EventKind::FutureResolved { .. }
        | EventKind::CallbackAdded { .. }
        | EventKind::CallbackRemoved { .. }
        | EventKind::JobSubmitted { .. }
        | EventKind::JobStarted { .. }
        | EventKind::JobEnded { .. }
        | EventKind::Sync { .. } => future::tell(&teller, &event.kind),
        _ => run::tell(&teller, &event.kind),
    }
}

/// Says what happened last at the instant after `n` events.
pub fn narrate_at(history: &History, n: usize) -> Sentence {
    narrate(history, &history.model_at(n))
}

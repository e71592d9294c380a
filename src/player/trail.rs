//! A model left behind the playhead, which makes steps back cheap.
//!
//! Going back is a copy and a replay. From the history's checkpoints the replay takes milliseconds where
//! there are many events; from here it takes microseconds, for as long as the playhead goes back slowly.
//!
//! ```text
//!  checkpoint                      left           playhead
//!  ──●──────────────── … ───────────●────────────────▼──
//!                                   └── < STRIDE ────┘
//! ```

use crate::model::{History, Model};

/// Events that are replayed at most for a step back. A divisor of the distance between two checkpoints, so
/// that no checkpoint lies between the model that was left and the playhead.
const STRIDE: usize = 1 << 12;

/// The model that was left last.
#[derive(Debug, Default)]
pub(super) struct Trail {
    left: Option<Model>,
}

impl Trail {
    /// Brings `model`, which is of this run, to the instant after `to` events.
    pub(super) fn seek(&mut self, history: &History, model: &mut Model, to: usize) {
        if to < model.events() {
            let start = to - to % STRIDE;
            match self.left.as_ref().filter(|left| left.events() == start) {
                Some(left) => model.clone_from(left),
                None => {
                    history.seek(model, start);
                    self.left = Some(model.clone());
                }
            }
        }
        history.seek(model, to);
    }
}

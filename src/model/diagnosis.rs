//! Why a run went wrong, as lines of plain text: for the screen, and for stderr.

use super::History;

/// Explains how the run ended, in lines; nothing where it came to its end or is not over.
pub fn explain(history: &History) -> Vec<String> {
    history.outcome().map(|outcome| format!("{outcome:?}")).into_iter().collect()
}

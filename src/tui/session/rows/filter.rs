//! Which tasks have a row in the timeline.

use crate::model::{End, History, Pending, Task, TaskState};

/// Which tasks have a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    pub(super) text: String,
    states: Vec<String>,
    pub(super) words: Vec<String>,
}

impl Filter {
    /// From `state:waiting worker`: the states of which one must be the task's, and the words all of which
    /// must be in its name or its coroutine.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut filter = Self { text: text.trim().to_owned(), ..Self::default() };
        for word in text.split_whitespace().map(str::to_lowercase) {
            match word.split_once(':') {
                Some(("state", state)) => filter.states.push(state.to_owned()),
                Some(("name" | "coroutine", part)) => filter.words.push(part.to_owned()),
                _ => filter.words.push(word),
            }
        }
        filter
    }

    pub(super) fn has_words(&self, history: &History, task: &Task) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let label = format!("{} {}", task.name(), history.coroutine(task)).to_lowercase();
        self.words.iter().all(|word| label.contains(word))
    }

    pub(super) fn has_state(&self, task: &Task) -> bool {
        let word = match &task.state {
            TaskState::Pending(Pending::New | Pending::Queued) => "ready",
            TaskState::Pending(Pending::Waiting) => "waiting",
            TaskState::Running => "running",
            TaskState::Done(End::Returned(_)) => "returned",
            TaskState::Done(End::Raised(_)) => "raised",
            TaskState::Done(End::Cancelled) => "cancelled",
        };
        let is_meant = |state: &String| {
            word.starts_with(state.as_str()) || (task.is_done() && "done".starts_with(state.as_str()))
        };
        self.states.is_empty() || self.states.iter().any(is_meant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_tells_states_from_words() {
        let filter = Filter::parse(" state:waiting  state:ready Worker name:x");
        assert_eq!(filter.states, ["waiting", "ready"]);
        assert_eq!(filter.words, ["worker", "x"]);
    }
}

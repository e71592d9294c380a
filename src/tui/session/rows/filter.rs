//! Which tasks have a row in the timeline.

use crate::model::{End, History, Pending, Task, TaskState};

/// The states by which rows are chosen.
const STATES: [&str; 7] = ["ready", "waiting", "running", "returned", "raised", "cancelled", "done"];

/// Whether some of the word, from its beginning, is typed.
fn is_begun(word: &str, typed: &str) -> bool {
    !typed.is_empty() && word.starts_with(typed)
}

/// Which tasks have a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    pub(super) text: String,
    states: Vec<String>,
    pub(super) words: Vec<String>,
}

impl Filter {
    /// From `state:waiting worker`: the states of which one must be the task's, and the words all of which
    /// must be in its name or its coroutine. The beginning of a state's name will do.
    ///
    /// # Errors
    /// That there is no such state, in one sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut filter = Self { text: text.trim().to_owned(), ..Self::default() };
        for word in text.split_whitespace().map(str::to_lowercase) {
            match word.split_once(':') {
                Some(("state", state)) if STATES.iter().any(|word| is_begun(word, state)) => {
                    filter.states.push(state.to_owned());
                }
                Some(("state", state)) => {
                    return Err(format!("there is no state {state:?}; they are {}", STATES.join(", ")));
                }
                Some(("name" | "coroutine", part)) => filter.words.push(part.to_owned()),
                _ => filter.words.push(word),
            }
        }
        Ok(filter)
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
        let is_meant = |state: &String| is_begun(word, state) || (task.is_done() && is_begun("done", state));
        self.states.is_empty() || self.states.iter().any(is_meant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_tells_states_from_words() {
        let filter = Filter::parse(" state:waiting  state:ready Worker name:x").unwrap();
        assert_eq!(filter.states, ["waiting", "ready"]);
        assert_eq!(filter.words, ["worker", "x"]);
        assert!(Filter::parse("state:w state:cancelled").is_ok());
        assert!(Filter::parse("state:").is_err() && Filter::parse("state:foo").is_err());
    }
}

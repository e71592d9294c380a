//! The callbacks that asyncio itself leaves with tasks and futures: which part of it does, and what for.

/// What a callback of asyncio's does once what it was left with is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// It takes the result up, and the exception too: nobody will say that it was never retrieved.
    TakesUp,
    /// It looks after the other end: it passes a cancellation back, or takes back what was left there.
    LooksBack,
    /// It wakes whoever waits, or tidies up. That somebody waits is told by the future that is awaited; a program that
    /// waits for many in a loop leaves these with all that are left, every time.
    Wakes,
}

/// Their qualified names, which part of asyncio leaves them, and what they do.
const LEFT_BY: [(&str, &str, Role); 11] = [
    ("_run_until_complete_cb", "run_until_complete", Role::TakesUp),
    ("gather._done_callback", "gather", Role::TakesUp),
    ("TaskGroup._on_task_done", "TaskGroup", Role::TakesUp),
    ("_wait._on_completion", "wait", Role::Wakes),
    ("_AsCompletedIterator._handle_completion", "as_completed", Role::Wakes),
    ("shield._clear_awaited_by_callback", "shield", Role::Wakes),
    ("shield._inner_done_callback", "shield", Role::TakesUp),
    ("shield._outer_done_callback", "shield", Role::LooksBack),
    ("_log_on_exception", "shield", Role::TakesUp),
    ("_chain_future._call_check_cancel", "wrap_future", Role::LooksBack),
    ("_chain_future._call_set_state", "wrap_future", Role::TakesUp),
];

/// The callback of the timer behind `asyncio.timeout` and `wait_for`: it cancels the task that set it.
pub const TIMEOUT: &str = "Timeout._on_timeout";

/// Which part of asyncio leaves the callback of this name; none for one of the program's.
pub fn left_by(name: &str) -> Option<&'static str> {
    find(name).map(|(whose, _)| whose)
}

/// What the callback of this name does, if asyncio left it.
pub fn role(name: &str) -> Option<Role> {
    find(name).map(|(_, role)| role)
}

fn find(name: &str) -> Option<(&'static str, Role)> {
    LEFT_BY.iter().find(|(callback, ..)| *callback == name).map(|(_, whose, role)| (*whose, *role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_for_several_takes_no_exception_up() {
        assert_eq!(role("gather._done_callback"), Some(Role::TakesUp));
        assert_eq!(role("_wait._on_completion"), Some(Role::Wakes));
        assert_eq!((role("on_done"), left_by("on_done")), (None, None));
        assert_eq!(left_by("_wait._on_completion"), Some("wait"));
    }
}

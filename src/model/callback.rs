//! The callbacks that asyncio itself leaves with tasks and futures, and which part of it does.

/// Their qualified names.
const LEFT_BY: [(&str, &str); 10] = [
    ("_run_until_complete_cb", "run_until_complete"),
    ("gather._done_callback", "gather"),
    ("TaskGroup._on_task_done", "TaskGroup"),
    ("_wait._on_completion", "wait"),
    ("_AsCompletedIterator._handle_completion", "as_completed"),
    ("shield._clear_awaited_by_callback", "shield"),
    ("shield._inner_done_callback", "shield"),
    ("shield._outer_done_callback", "shield"),
    ("_chain_future._call_check_cancel", "wrap_future"),
    ("_chain_future._call_set_state", "wrap_future"),
];

/// Which part of asyncio leaves the callback of this name; none for one of the program's.
pub fn left_by(name: &str) -> Option<&'static str> {
    LEFT_BY.iter().find(|(callback, _)| *callback == name).map(|(_, whose)| *whose)
}

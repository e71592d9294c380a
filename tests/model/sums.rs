//! What a run came to, and why it went wrong.

use loopscope::model::diagnosis::explain;
use loopscope::model::summary::Summary;
use loopscope::time::{Delay, SECOND};

use crate::runs::{embrace, stuck, two_sleepers};

#[test]
fn one_after_another_two_sleepers_would_take_five_seconds() {
    let summary = Summary::of(&two_sleepers());
    assert_eq!((summary.elapsed, summary.one_after_another), (Delay(3 * SECOND), Delay(5 * SECOND)));
    assert_eq!((summary.tasks, summary.events, summary.iterations), (3, 78, 13));
    let waiting: Vec<u64> = summary.by_task.iter().map(|task| task.waiting.0 / SECOND).collect();
    assert_eq!(waiting, [3, 2, 3], "main waits for the others, so it costs nothing of its own");
    let steps: Vec<u32> = summary.by_task.iter().map(|task| task.steps).collect();
    assert_eq!(steps, [3, 2, 2]);
}

#[test]
fn a_deadlock_says_who_waits_where_and_for_what() {
    assert_eq!(
        explain(&stuck()),
        [
            "deadlock: nothing is ready, no timer is set, and 1 task still waits",
            "  Task-1 main waits at stuck.py:9 for a future made at stuck.py:8, which nobody can set any more",
        ]
    );
}

#[test]
fn tasks_that_wait_for_each_other_are_named_as_a_circle() {
    assert_eq!(
        explain(&embrace()),
        [
            "deadlock: nothing is ready, no timer is set, and 3 tasks still wait",
            "  Task-1 main waits at embrace.py:12 for Task-2 left",
            "  Task-2 left waits at embrace.py:3 for Task-3 right",
            "  Task-3 right waits at embrace.py:6 for Task-2 left",
            "  a circle: Task-2 waits for Task-3; Task-3 waits for Task-2, so none can go on",
        ]
    );
}

#[test]
fn a_run_without_trouble_has_nothing_to_explain() {
    assert_eq!(explain(&two_sleepers()), [""; 0]);
}

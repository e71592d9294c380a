//! What is said at every instant of runs written by hand.

use loopscope::model::History;
use loopscope::model::narration::narrate_at;

use crate::runs::{embrace, stuck, two_sleepers};

/// The longest that fits under the picture in two lines of a terminal of 120 columns.
const LONGEST: usize = 240;

fn said(history: &History, events: std::ops::Range<usize>) -> Vec<String> {
    events.map(|n| narrate_at(history, n).to_string()).collect()
}

#[test]
fn a_timer_does_not_resume_a_task() {
    let expected = [
        "Task-2's timer is due: its callback goes to the ready queue. It will resolve Task-2's future. Task-2 does not resume yet: that puts it on the ready queue, for the iteration after.",
        "With nothing ready, the loop waited 2 s. Now iteration 3 begins, with 1 handle to run, a timer's callback. What is scheduled from here on waits for iteration 4.",
        "The callback of Task-2's timer runs: it resolves the future that Task-2 awaits. Task-2 itself does not resume yet: it goes to the ready queue, for the next iteration.",
        "The callback of Task-2's timer resolves the future that Task-2 awaits with a result. That wakes Task-2, but does not resume it: Task-2 goes to the ready queue, for the next iteration.",
        "Task-2 is put on the ready queue by the callback of Task-2's timer: its sleep is over. It does not resume yet: its turn comes in the next iteration.",
        "The callback of Task-2's timer is over. The iteration is over; Task-2 is first in the next.",
        "Iteration 4 begins, with 1 handle to run. What is scheduled from here on waits for iteration 5.",
        "Task-2 resumes with step 2, from its await at line 6: its sleep is over. Until it suspends or ends, the loop can do nothing else.",
        "Task-2 prints “end two” at line 7.",
        "Task-1 is put on the ready queue by Task-2: Task-2, which it awaits, is ending. It does not resume yet: its turn comes in the next iteration.",
        "Task-2 is done: work() returned None. Task-1, which awaited it, is on the ready queue and resumes in the next iteration.",
    ];
    assert_eq!(said(&two_sleepers(), 23..34), expected);
}

#[test]
fn a_task_is_made_scheduled_run_and_suspended() {
    let expected = [
        "Code outside any task makes Task-1 from main() at line 16. Nothing of main() has run yet: a task runs in steps, and its first is still to come.",
        "Task-1's first step is put on the ready queue by code outside any task. It does not run yet: its turn comes in the next iteration.",
        "The event loop starts. 1 handle is on its ready queue when the first iteration begins.",
        "Iteration 1 begins, with 1 handle to run. What is scheduled from here on waits for iteration 2.",
        "Task-1 gets its first step: main() begins to run. Until it suspends or ends, the loop can do nothing else.",
    ];
    assert_eq!(said(&two_sleepers(), 2..7), expected);
    let sleeping = [
        "Task-2 makes the future behind a sleep at line 6. A future is a slot for a result that is not there yet; a task can wait for it.",
        "Task-2 sets a timer that is due in 2 s, at 2 s. When it is due, the loop calls the callback _set_result_unless_cancelled. Setting it takes no time; the task runs on.",
        "Task-2 suspends at line 6: it sleeps until 2 s. The loop is free again. Task-3 is next in this iteration.",
    ];
    assert_eq!(said(&two_sleepers(), 15..18), sleeping);
}

#[test]
fn the_end_is_told_too() {
    let history = two_sleepers();
    assert_eq!(
        narrate_at(&history, history.len()).to_string(),
        "The program came to its end. It took 3 s of virtual time and 3 tasks."
    );
    let history = stuck();
    assert_eq!(
        narrate_at(&history, history.len()).happened,
        "Deadlock: nothing is ready, no timer is set, and nobody is left who could wake the tasks that wait."
    );
}

#[test]
fn every_instant_has_a_sentence_of_bearable_length() {
    for history in [two_sleepers(), stuck(), embrace()] {
        for (n, sentence) in said(&history, 0..history.len() + 1).iter().enumerate() {
            let length = sentence.chars().count();
            assert!((5..=LONGEST).contains(&length), "after {n} events, {length} characters: {sentence}");
            assert!(sentence.ends_with('.') && !sentence.contains("  "), "after {n} events: {sentence}");
        }
    }
}

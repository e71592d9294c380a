//! What is said at every instant of runs written by hand.

use loopscope::event::{
    Awaited, BlockCause, Cause, EventKind, FindingKind, FutureKind, FutureOutcome, LimitKind, RunOutcome,
    StepOutcome, Stream, SyncKind, SyncOperation,
};
use loopscope::id::{FutureId, HandleId, JobId, LocationId, ObjectId, TaskId};
use loopscope::model::History;
use loopscope::model::diagnosis::explain;
use loopscope::model::narration::narrate_at;
use loopscope::time::{Delay, SECOND};

use crate::runs::{broken, embrace, stuck, two_sleepers};
use crate::script::{Script, by_handle, by_task};

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
    for history in [two_sleepers(), stuck(), embrace(), broken()] {
        for (n, sentence) in said(&history, 0..history.len() + 1).iter().enumerate() {
            let length = sentence.chars().count();
            assert!((5..=LONGEST).contains(&length), "after {n} events, {length} characters: {sentence}");
            assert!(sentence.ends_with('.') && !sentence.contains("  "), "after {n} events: {sentence}");
        }
    }
}

/// What is said after the last event of a run in which Task-1 is in its first step.
fn told(source: &str, events: impl FnOnce(&mut Script)) -> String {
    let mut run = Script::new("odd.py", source);
    run.task(1, "main", 0, 1).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0).step(1, 1, 1);
    events(&mut run);
    narrate_at(&run.history, run.history.len()).to_string()
}

#[test]
fn what_is_rare_is_told_too() {
    let (task, location) = (Some(TaskId(1)), Some(LocationId(2)));
    let sync = |kind, operation| EventKind::Sync { object: ObjectId(1), kind, operation, task };
    let pairs: [(EventKind, &str); 9] = [
        (
            EventKind::Blocked { duration: Delay(SECOND), cause: BlockCause::Sleep, location },
            "Task-1 blocks its thread for 1 s, with time.sleep at line 2. Until 1 s no task of this loop can run, whatever is ready or due.",
        ),
        (
            sync(SyncKind::Lock, SyncOperation::Acquire),
            "Task-1 acquires the lock. It keeps it, also while it is suspended, until it releases it.",
        ),
        (sync(SyncKind::Queue, SyncOperation::Put), "Task-1 puts something into the queue."),
        (EventKind::Line { location: LocationId(2), task }, "Task-1 comes to line 2: “await nothing”."),
        (
            EventKind::Finding {
                kind: FindingKind::NeverAwaited,
                text: "work() was never awaited".into(),
                task,
                location,
            },
            "work() was never awaited.",
        ),
        (
            EventKind::Decision { ready: 3, choice: 1 },
            "3 handles are ready, and the scheduling policy takes number 2. asyncio itself always takes number 1, which waited longest.",
        ),
        (
            EventKind::Output { stream: Stream::Stderr, text: "oh\n".into(), task: None, location: None },
            "The program writes to standard error “oh”.",
        ),
        (
            EventKind::CancelRequested { task: TaskId(1), by: by_task(1), location, message: None },
            "Task-1 asks itself to end by cancel() at line 2. Task-1 is in the middle of a step, so it notices at the next await that suspends it.",
        ),
        (
            EventKind::JobEnded { job: JobId(1), outcome: FutureOutcome::Result("3".into()) },
            "The pool has done job 1: it returned 3.",
        ),
    ];
    for (event, sentence) in pairs {
        let source = "first\n    await nothing\n";
        let said = told(source, |run| {
            run.push(event);
        });
        assert_eq!(said, sentence);
    }
}

#[test]
fn a_sleeping_task_is_cancelled_in_plain_words() {
    let mut run = Script::new("odd.py", "");
    run.task(1, "main", 0, 1).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0).step(1, 1, 1);
    run.task(2, "work", 1, 3).ready(2, 2, by_task(1)).ready(3, 1, by_task(1)).ends(1, StepOutcome::Yielded);
    run.iteration(2, 0, 0.0).step(2, 2, 1).future(1, FutureKind::Sleep, 2, 6);
    run.timer(4, 9.0, "wake", 2).awaits(2, Awaited::Future(FutureId(1)), 6).step(1, 3, 2);
    let (by, location) = (by_task(1), Some(LocationId(4)));
    run.push(EventKind::CancelRequested { task: TaskId(2), by, location, message: None });
    let said = narrate_at(&run.history, run.history.len()).to_string();
    assert_eq!(
        said,
        "Task-1 asks Task-2 to end by cancel() at line 4. Only when Task-2 resumes is CancelledError raised at line 6: cancelling asks, it does not kill."
    );
}

#[test]
fn the_timer_of_a_timeout_is_not_taken_for_that_of_the_sleep_in_it() {
    let mut run = Script::new("odd.py", "");
    run.task(1, "main", 0, 1).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0).step(1, 1, 1);
    run.timer(2, 0.5, "Timeout._on_timeout", 1).future(1, FutureKind::Sleep, 1, 6);
    run.timer(3, 9.0, "wake", 1).awaits(1, Awaited::Future(FutureId(1)), 6);
    let said = narrate_at(&run.history, run.history.len()).to_string();
    assert!(said.starts_with("Task-1 suspends at line 6: it sleeps until 9 s."), "{said}");
    run.wait_until(0.5).due(2).iteration(1, 1, 0.5).run(2);
    let said = narrate_at(&run.history, run.history.len()).to_string();
    assert_eq!(
        said,
        "The callback Timeout._on_timeout runs: its timer was set for 0.5 s. It is an ordinary function: until it returns, the loop can do nothing else."
    );
}

#[test]
fn what_went_wrong_is_explained_in_lines() {
    let mut run = Script::new("odd.py", "");
    run.task(1, "main", 0, 1).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0).step(1, 1, 1);
    let (duration, cause, location) = (Delay(2 * SECOND), BlockCause::Sleep, Some(LocationId(5)));
    run.push(EventKind::Blocked { duration, cause, location });
    run.wait_until(2.0);
    let (exception, text): (Box<str>, Box<str>) = ("ValueError".into(), "no".into());
    run.ends(1, StepOutcome::Raised { exception: exception.clone(), text: text.clone() });
    run.run_over(RunOutcome::Raised { exception, text });
    assert_eq!(
        explain(&run.history),
        [
            "error: nobody caught ValueError: no",
            "  Task-1 main, made at odd.py:1, ended with it at 2 s",
            "blocked loop: Task-1 main at odd.py:5 kept it from everything else for 2 s",
        ]
    );
    let mut run = Script::new("odd.py", "");
    run.task(1, "main", 0, 1).run_over(RunOutcome::Limit(LimitKind::Events));
    assert_eq!(
        explain(&run.history),
        [
            "limit: the run was ended after 3 events",
            "  1 task was not done; what happened up to here is recorded",
        ]
    );
}

#[test]
fn a_task_group_that_cancels_its_tasks_is_named() {
    let mut run = Script::new("group.py", "");
    run.task(1, "main", 0, 1).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0);
    run.step(1, 1, 1).task(2, "fail", 1, 2).ready(2, 2, by_task(1));
    run.task(3, "slow", 1, 3).ready(3, 3, by_task(1));
    run.future(1, FutureKind::TaskGroup, 1, 4).awaits(1, Awaited::Future(FutureId(1)), 4);
    run.iteration(2, 0, 0.0).step(2, 2, 1).ready_callback(4, "TaskGroup._on_task_done", by_task(2));
    let error = StepOutcome::Raised { exception: "ValueError".into(), text: "no".into() };
    run.ends(2, error).step(3, 3, 1).awaits(3, Awaited::Task(TaskId(1)), 5).iteration(1, 0, 0.0).run(4);
    for task in [3, 1] {
        let by = Cause::Handle(HandleId(4));
        run.push(EventKind::CancelRequested { task: TaskId(task), by, location: None, message: None });
    }
    let len = run.history.len();
    let begins = |n: usize, text: &str| {
        let said = narrate_at(&run.history, n).to_string();
        assert!(said.starts_with(text), "{said}");
    };
    begins(len - 1, "The task group asks Task-3 to end by cancel(), because Task-2 in it failed.");
    begins(
        len,
        "The task group asks Task-1, which is in its `async with`, to end by cancel(), because Task-2 in it failed.",
    );
}

/// A task of a group may make another in it, and have a group of its own: neither makes it the owner.
#[test]
fn only_the_owner_of_a_group_is_in_its_async_with() {
    const DONE: &str = "TaskGroup._on_task_done";
    let awaits = |run: &mut Script, task, future, kind| {
        run.future(future, kind, task, 4).awaits(task, Awaited::Future(FutureId(future)), 4);
    };
    let mut run = Script::new("group.py", "");
    run.task(1, "main", 0, 1).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0).step(1, 1, 1);
    for task in [2, 3] {
        run.task(task, "child", 1, 2).ready(task, task, by_task(1));
        run.callback(Awaited::Task(TaskId(task)), DONE, by_task(1));
    }
    awaits(&mut run, 1, 1, FutureKind::TaskGroup);
    run.iteration(2, 0, 0.0).step(2, 2, 1).task(4, "bad", 2, 3).ready(4, 4, by_task(2));
    run.callback(Awaited::Task(TaskId(4)), DONE, by_task(2));
    awaits(&mut run, 2, 2, FutureKind::Sleep);
    run.step(3, 3, 1);
    awaits(&mut run, 3, 3, FutureKind::TaskGroup);
    run.iteration(1, 0, 0.0).step(4, 4, 1).ready_callback(5, DONE, by_task(4));
    run.raises(4, "ValueError", "no", &[6]).iteration(1, 0, 0.0).run(5);
    let asked = [2, 3, 1].map(|task| {
        let by = Cause::Handle(HandleId(5));
        run.push(EventKind::CancelRequested { task: TaskId(task), by, location: None, message: None });
        let happened = narrate_at(&run.history, run.history.len()).happened;
        happened.strip_suffix(" to end by cancel(), because Task-4 in it failed.").unwrap().to_owned()
    });
    assert_eq!(
        asked,
        [
            "The task group asks Task-2",
            "The task group asks Task-3",
            "The task group asks Task-1, which is in its `async with`,"
        ]
    );
}

#[test]
fn an_exception_is_told_with_its_line() {
    let history = broken();
    let raised = |task| {
        let is_it = |n: &usize| match history.event(*n).unwrap().kind {
            EventKind::StepEnded { task: other, outcome: StepOutcome::Raised { .. }, .. } => {
                other == TaskId(task)
            }
            _ => false,
        };
        let n = (0..history.len()).find(is_it).unwrap();
        narrate_at(&history, n + 1).to_string()
    };
    assert_eq!(
        raised(2),
        "Task-2 is done: fetch() raised ValueError: no such thing, at line 6. The exception goes to the callback of gather, which is on the ready queue now."
    );
    assert_eq!(
        raised(1),
        "Task-1 is done: main() raised ValueError: no such thing, at line 6. The exception goes to the callback of run_until_complete, which is on the ready queue now."
    );
    assert_eq!(
        narrate_at(&history, history.len()).happened,
        "The program ended with an exception that nobody caught, ValueError: no such thing, at line 6."
    );
}

/// What only wakes who waits takes nothing up, nor does what the task scheduled but nobody left with it.
#[test]
fn an_exception_goes_only_to_a_callback_that_takes_it_up() {
    const NOBODY: &str = "No task awaits it at this moment; the exception is kept until one asks for it.";
    const GATHER: &str = "gather._done_callback";
    let raised = |left: &[&str], scheduled: &[&str]| {
        let said = told("", |run| {
            run.task(2, "work", 1, 3).ready(2, 2, by_task(1));
            for name in left {
                run.callback(Awaited::Task(TaskId(2)), name, by_task(1));
            }
            run.future(1, FutureKind::Plain, 1, 4).awaits(1, Awaited::Future(FutureId(1)), 4);
            run.iteration(1, 0, 0.0).step(2, 2, 1);
            for (handle, name) in (3..).zip(scheduled) {
                run.ready_callback(handle, name, by_task(2));
            }
            run.raises(2, "ValueError", "no", &[6]);
        });
        said.strip_prefix("Task-2 is done: work() raised ValueError: no, at line 6. ").unwrap().to_owned()
    };
    let both = [GATHER, "TaskGroup._on_task_done"];
    let takes_up = |name: &str| {
        format!("The exception goes to the callback of {name}, which is on the ready queue now.")
    };
    for name in ["_wait._on_completion", "_AsCompletedIterator._handle_completion", "on_done"] {
        assert_eq!(raised(&[name], &[name]), NOBODY);
    }
    assert_eq!(raised(&[], &[GATHER]), NOBODY, "somebody else's gather");
    assert_eq!(
        raised(&["_wait._on_completion", GATHER], &["_wait._on_completion", GATHER]),
        takes_up("gather")
    );
    assert_eq!(raised(&both, &both), takes_up("gather"), "the first");
}

#[test]
fn a_callback_is_left_and_taken_back() {
    let on = Awaited::Task(TaskId(2));
    let said = told("", |run| {
        run.task(2, "work", 1, 3).callback(on, "gather._done_callback", by_task(1));
    });
    assert_eq!(
        said,
        "Task-1 leaves the callback of gather with Task-2. It is not called now: when Task-2 ends, it goes to the ready queue."
    );
    let said = told("", |run| {
        run.task(2, "work", 1, 3).callback_removed(on, "on_done", by_task(1));
    });
    assert_eq!(
        said,
        "Task-1 takes the callback on_done back from Task-2. So it is not called when Task-2 ends."
    );
    let said = told("", |run| {
        run.future(1, FutureKind::Plain, 1, 4).callback(Awaited::Future(FutureId(1)), "on_done", by_task(1));
    });
    assert_eq!(
        said,
        "Task-1 leaves the callback on_done with a future made at line 4. It is not called now: when that future is resolved, it goes to the ready queue."
    );
}

#[test]
fn a_task_that_is_cancelled_before_its_first_step_does_not_begin() {
    let said = told("", |run| {
        run.task(2, "work", 1, 3).ready(2, 2, by_task(1));
        let by = by_task(1);
        run.push(EventKind::CancelRequested { task: TaskId(2), by, location: None, message: None });
        run.ready(3, 1, by_task(1)).ends(1, StepOutcome::Yielded).iteration(2, 0, 0.0).step(2, 2, 1);
    });
    assert_eq!(
        said,
        "Task-2 gets its first step, but was asked to end before: work() does not begin. CancelledError is raised before its first line."
    );
}

#[test]
fn a_timeout_that_has_run_out_is_called_so() {
    let said = told("", |run| {
        run.timer(2, 2.0, "Timeout._on_timeout", 1).future(1, FutureKind::Plain, 1, 4);
        run.awaits(1, Awaited::Future(FutureId(1)), 4).wait_until(2.0).due(2).iteration(1, 1, 2.0).run(2);
        let by = by_handle(2);
        run.push(EventKind::CancelRequested { task: TaskId(1), by, location: None, message: None });
    });
    assert!(
        said.starts_with("The timeout of Task-1, which has run out, asks Task-1 to end by cancel()."),
        "{said}"
    );
}

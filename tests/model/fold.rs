//! What the model says at several instants of the two sleepers.

use loopscope::event::{Awaited, Cause, EventKind, RunOutcome, StepOutcome};
use loopscope::id::{FutureId, HandleId, LoopId, TaskId};
use loopscope::model::timeline::{Axis, SpanState, TrackId, View};
use loopscope::model::{Activity, End, History, Model, Pending, TaskState};
use loopscope::time::{Moment, SECOND};

use crate::runs::{broken, stuck, two_sleepers};
use crate::script::{Script, by_handle, by_task, seconds};

/// The instant after the first event that is wanted.
fn after(history: &History, wanted: impl Fn(&EventKind) -> bool) -> usize {
    (0..history.len()).find(|&n| wanted(&history.event(n).unwrap().kind)).expect("there is such an event") + 1
}

fn iteration(history: &History, number: u32) -> usize {
    after(history, |kind| matches!(kind, EventKind::Iteration { n, .. } if *n == number))
}

fn states(model: &Model) -> Vec<&TaskState> {
    model.tasks().map(|task| &task.state).collect()
}

const QUEUED: TaskState = TaskState::Pending(Pending::Queued);
const WAITING: TaskState = TaskState::Pending(Pending::Waiting);

#[test]
fn before_the_second_iteration_both_workers_are_queued() {
    let history = two_sleepers();
    let model = history.model_at(iteration(&history, 2));
    assert_eq!(states(&model), [&WAITING, &QUEUED, &QUEUED]);
    let ready: Vec<HandleId> = model.queues().ready().map(|(id, _)| id).collect();
    assert_eq!(ready, [HandleId(2), HandleId(3)]);
    assert_eq!(model.task(TaskId(1)).unwrap().awaits, Some(Awaited::Task(TaskId(2))));
    assert_eq!(model.task(TaskId(2)).unwrap().woken_by, Some(by_task(1)));
    assert_eq!(model.task(TaskId(2)).unwrap().waiters.first(), Some(TaskId(1)));
    let each = model.event_loop(LoopId(1)).unwrap();
    assert_eq!((each.iteration, each.batch, each.begun, each.running), (2, 2, 0, true));
    assert_eq!(model.outputs(), 0);
}

#[test]
fn once_both_sleep_there_are_two_timers_and_nothing_is_ready() {
    let history = two_sleepers();
    let model = history.model_at(iteration(&history, 3) - 2);
    assert_eq!(states(&model), [&WAITING, &WAITING, &WAITING]);
    let timers: Vec<_> = model.queues().timers().map(|(at, id, handle)| (at, id, handle.by)).collect();
    assert_eq!(timers, [(seconds(2), HandleId(4), by_task(2)), (seconds(3), HandleId(5), by_task(3))]);
    assert_eq!((model.queues().ready_len(), model.running()), (0, None));
    let future = model.future(FutureId(1)).unwrap();
    assert_eq!((future.waiters.first(), future.outcome.is_none()), (Some(TaskId(2)), true));
}

#[test]
fn a_timer_resolves_a_future_and_the_task_resumes_an_iteration_later() {
    let history = two_sleepers();
    let running = after(&history, |kind| matches!(kind, EventKind::HandleStarted { .. }));
    let model = history.model_at(running);
    assert_eq!(model.running(), Some(Activity::Callback(HandleId(4))));
    assert_eq!(model.task(TaskId(2)).unwrap().state, WAITING);
    let model = history.model_at(iteration(&history, 4));
    let task = model.task(TaskId(2)).unwrap();
    assert_eq!((&task.state, task.woken_by, task.since), (&QUEUED, Some(by_handle(4)), seconds(2)));
    assert!(model.future(FutureId(1)).unwrap().outcome.is_some());
    let model = history.model_at(iteration(&history, 4) + 1);
    assert_eq!(model.running(), Some(Activity::Step(TaskId(2))));
    assert_eq!(model.task(TaskId(2)).unwrap().steps, 2);
}

#[test]
fn at_the_end_all_is_done_and_nothing_is_left() {
    let history = two_sleepers();
    let model = history.latest();
    let done = TaskState::Done(End::Returned("None".into()));
    assert_eq!(states(model), [&done; 5]);
    assert_eq!((model.tasks_len(), model.housekeeping_len()), (5, 2));
    assert_eq!((model.queues().ready_len(), model.queues().timers_len()), (0, 0));
    assert_eq!((1..=14).filter(|&id| model.queues().handle(HandleId(id)).is_some()).count(), 0);
    assert_eq!((model.loops()[0].iteration, model.loops()[0].running), (13, false));
    assert_eq!((model.now(), model.outcome()), (seconds(3), Some(&RunOutcome::Finished)));
    let output: String = history.outputs(0..model.outputs()).map(|part| part.text).collect();
    assert_eq!(output, "start two\nstart three\nend two\nend three\n");
}

fn spans(history: &History, id: TrackId) -> Vec<(SpanState, u64, u64, usize, usize)> {
    let timeline = history.timeline();
    let track = timeline.track(id).unwrap();
    let all = timeline.spans_between(track, 0..history.len());
    all.map(|span| {
        let (from, to) = (span.time.start.0 / SECOND, span.time.end.0 / SECOND);
        (span.state, from, to, span.columns.start, span.columns.end)
    })
    .collect()
}

#[test]
fn spans_have_an_extent_in_time_and_one_in_columns() {
    let history = two_sleepers();
    // Columns: 0 Task-1, 1 Task-2, 2 Task-3, 3 timer, 4 Task-2, 5 Task-1, 6 timer, 7 Task-3, 8 Task-1, 9 stop, …
    assert_eq!(
        spans(&history, TrackId::Task(TaskId(2))),
        [
            (SpanState::Queued, 0, 0, 0, 1),
            (SpanState::Running, 0, 0, 1, 2),
            (SpanState::Waiting, 0, 2, 2, 3),
            (SpanState::Queued, 2, 2, 3, 4),
            (SpanState::Running, 2, 2, 4, 5),
            (SpanState::Over, 2, 3, 5, 14),
        ]
    );
    let turns = spans(&history, TrackId::Loop(LoopId(1)));
    let running: Vec<_> = turns.iter().filter(|span| span.0 == SpanState::Running).collect();
    assert_eq!(running.len(), 13);
    assert_eq!(*running[1], (SpanState::Running, 0, 0, 1, 3), "the second iteration runs two steps");
    assert!(turns.contains(&(SpanState::Idle, 0, 2, 3, 3)), "{turns:?}");
}

#[test]
fn a_span_is_found_from_the_middle() {
    let history = two_sleepers();
    let timeline = history.timeline();
    let track = timeline.track(TrackId::Task(TaskId(3))).unwrap();
    let middle = history.events_before(Moment(SECOND));
    let states: Vec<_> = timeline.spans_between(track, middle..middle + 1).map(|span| span.state).collect();
    assert_eq!(states, [SpanState::Waiting]);
    assert!(timeline.track(TrackId::Task(TaskId(77))).is_none());
}

fn drawn(history: &History, id: TrackId, view: View, until: usize, now: u64) -> String {
    let timeline = history.timeline();
    let grid = timeline.grid(view, until, now);
    let cells = timeline.row(timeline.track(id).unwrap(), &grid);
    cells
        .into_iter()
        .map(|cell| match cell {
            None => ' ',
            Some(cell) => match (cell.state, cell.merged) {
                (SpanState::Running, true) => '#',
                (SpanState::Running, false) => 'r',
                (SpanState::Waiting, _) => '-',
                (SpanState::Queued, _) => 'q',
                _ => '?',
            },
        })
        .collect()
}

#[test]
fn cells_show_the_most_telling_state_and_nothing_beyond_the_playhead() {
    let history = two_sleepers();
    let all = history.len();
    let time = View { axis: Axis::Time, from: 0, width: 0.25 * SECOND as f64, cells: 14 };
    let order = View { axis: Axis::Order, from: 0, width: 1.0, cells: 10 };
    let task = |n| TrackId::Task(TaskId(n));
    assert_eq!(drawn(&history, task(1), time, all, 3 * SECOND), "#-------#---# ");
    assert_eq!(drawn(&history, task(2), time, all, 3 * SECOND), "#-------#     ");
    assert_eq!(drawn(&history, task(3), time, all, 3 * SECOND), "#-----------# ");
    let asleep = history.events_before(seconds(2));
    assert_eq!(drawn(&history, task(2), time, asleep, SECOND), "#----         ");
    assert_eq!(drawn(&history, task(1), order, all, 14), "r---qr-qr ");
    assert_eq!(drawn(&history, task(2), order, all, 14), "qr-qr     ");
    assert_eq!(drawn(&history, task(3), order, all, 14), "qqr---qr  ");
}

#[test]
fn a_stuck_task_waits_to_the_end() {
    let history = stuck();
    let last = spans(&history, TrackId::Task(TaskId(1))).pop().unwrap();
    assert_eq!(last.0, SpanState::Waiting);
    let task = history.latest().task(TaskId(1)).unwrap();
    assert_eq!(history.suspended_at(task).unwrap().line, 9);
}

fn lines_of_chain(history: &History, model: &Model, task: u32) -> Vec<u32> {
    let chain = model.task(TaskId(task)).unwrap().chain;
    chain.into_iter().flat_map(|chain| history.dictionary().chain(chain)).map(|place| place.line).collect()
}

#[test]
fn a_task_that_raised_keeps_its_traceback_and_a_cancelled_one_its_last_await() {
    let history = broken();
    let raised = after(&history, |kind| {
        matches!(kind, EventKind::StepEnded { outcome: StepOutcome::Raised { .. }, .. })
    });
    assert_eq!(lines_of_chain(&history, &history.model_at(raised - 1), 2), [5], "it still runs from there");
    assert_eq!(lines_of_chain(&history, &history.model_at(raised), 2), [10, 6]);
    let end = history.latest();
    assert_eq!(lines_of_chain(&history, end, 1), [20, 10, 6]);
    assert_eq!(lines_of_chain(&history, end, 2), [10, 6]);
    assert_eq!(end.task(TaskId(3)).unwrap().state, TaskState::Done(End::Cancelled));
    assert_eq!(lines_of_chain(&history, end, 3), [5]);
    let top = history.dictionary().chain(end.traceback().unwrap());
    assert_eq!(top.map(|place| place.line).collect::<Vec<_>>(), [22, 20, 10, 6]);
    assert_eq!(history.model_at(history.len() - 1).traceback(), None);
}

#[test]
fn callbacks_stay_with_a_task() {
    let mut run = Script::new("left.py", "");
    let names = |run: &Script| {
        let task = run.history.latest().task(TaskId(1)).unwrap();
        task.callbacks.iter().map(|name| run.history.text(name).to_owned()).collect::<Vec<_>>()
    };
    let on = Awaited::Task(TaskId(1));
    run.task(1, "main", 0, 1).ready(1, 1, Cause::Thread).loop_started().iteration(1, 0, 0.0).step(1, 1, 1);
    assert!(names(&run).is_empty());
    run.callback(on, "first", by_task(1)).callback(on, "second", by_task(1)).callback(
        on,
        "first",
        by_task(1),
    );
    assert_eq!(names(&run), ["first", "second", "first"]);
    run.callback_removed(on, "first", by_task(1));
    assert_eq!(names(&run), ["first", "second"]);
    // A future's are told of, but not kept; and what was never left cannot be taken back.
    let future = Awaited::Future(FutureId(1));
    run.callback(future, "third", by_task(1)).callback_removed(on, "third", by_task(1));
    assert_eq!(names(&run), ["first", "second"]);
    run.ready_callback(2, "first", by_task(1)).ready_callback(3, "second", by_task(1)).returns(1);
    assert_eq!(names(&run), ["first", "second"], "what its end put on the ready queue");
}

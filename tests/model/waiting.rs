//! Who waits for whom, and all about one task.

use loopscope::event::FutureKind;
use loopscope::id::{ChainId, ObjectId, TaskId};
use loopscope::model::crowd::{Awaiting, Crowd};
use loopscope::model::inspection::{Inspection, Waker};
use loopscope::model::waiting::{Below, Tree, Wait, Waiting};

use crate::runs;
use crate::script::seconds;

#[test]
fn a_circle_through_locks_is_found_although_nobody_tells_it() {
    let history = runs::crossed_locks();
    let model = history.latest();
    let waiting = Waiting::new(&history, model);
    let wait = |task| waiting.of(model.task(TaskId(task)).unwrap());
    assert_eq!(wait(2), Some(Wait::Object(ObjectId(2))));
    assert_eq!(wait(3), Some(Wait::Object(ObjectId(1))));
    assert_eq!(waiting.circles(), [vec![TaskId(2), TaskId(3)]]);
    assert_eq!(waiting.waiters()[&ObjectId(1)], [TaskId(3)]);
    let tree = Tree::of(&history, model);
    let drawn: Vec<_> =
        tree.branches.iter().map(|branch| (branch.depth, branch.task.0, branch.below)).collect();
    assert_eq!(
        drawn,
        [
            (0, 1, Below::Shown),
            (1, 2, Below::Shown),
            (2, 3, Below::Shown),
            (3, 2, Below::Circle),
            (1, 3, Below::Elsewhere),
        ]
    );
}

#[test]
fn the_circle_of_tasks_that_await_one_another() {
    let history = runs::embrace();
    let waiting = Waiting::new(&history, history.latest());
    assert_eq!(waiting.circles(), [vec![TaskId(2), TaskId(3)]]);
    assert!(waiting.knot().is_empty());
}

#[test]
fn a_sleeper_is_woken_by_its_timer_and_has_waited_since_it_slept() {
    let history = runs::two_sleepers();
    let model = history.model_at(22);
    let inspection = Inspection::of(&history, &model, TaskId(3), seconds(1)).unwrap();
    assert!(matches!(inspection.waker, Some(Waker::Timer(_, at)) if at == seconds(3)));
    assert_eq!(inspection.times.waiting.0, seconds(1).0);
    let main = Inspection::of(&history, &model, TaskId(1), seconds(1)).unwrap();
    assert_eq!(main.waker, Some(Waker::Tasks(vec![TaskId(2)])));
    assert_eq!(main.woke, [TaskId(3), TaskId(2)]);
}

#[test]
fn nothing_is_known_of_a_task_that_is_not_made_yet() {
    let history = runs::two_sleepers();
    let model = history.model_at(0);
    assert_eq!(Inspection::of(&history, &model, TaskId(3), seconds(0)), None);
    assert!(Tree::of(&history, &model).branches.is_empty());
}

#[test]
fn a_crowd_says_what_most_of_its_tasks_wait_for_and_where() {
    let history = runs::two_sleepers();
    let model = history.model_at(22);
    let crowd = Crowd::of(&model, model.tasks());
    assert_eq!(crowd.awaiting, [(Awaiting::Future(FutureKind::Sleep), 2), (Awaiting::Task, 1)]);
    assert_eq!(crowd.places, [(ChainId(6), 2), (ChainId(13), 1)]);
    assert_eq!((crowd.count, crowd.steps, crowd.steps_of_one), (3, 3, (1, 1)));
    assert_eq!(crowd.made, (seconds(0), seconds(0)));
}

/// A gather waits for its own tasks, not for whatever else the task made that is not done.
#[test]
fn a_gather_waits_for_its_own_tasks() {
    let history = runs::gather_beside_another();
    let model = history.latest();
    let wait = Waiting::new(&history, model).of(model.task(TaskId(1)).unwrap());
    assert_eq!(wait, Some(Wait::Tasks(FutureKind::Gather, vec![TaskId(3)])));
}

//! Runs written by hand.

use loopscope::event::{
    Awaited, Cause, EventKind, FutureKind, RunOutcome, StepOutcome, SyncKind, SyncOperation,
};
use loopscope::id::{FutureId, ObjectId, TaskId};
use loopscope::model::History;

use crate::script::{Script, by_handle, by_task};

pub(crate) const SLEEPERS: &str = "\
import asyncio


async def work(name, seconds):
    print(\"start\", name)
    await asyncio.sleep(seconds)
    print(\"end\", name)


async def main():
    two = asyncio.create_task(work(\"two\", 2))
    three = asyncio.create_task(work(\"three\", 3))
    await two
    await three

asyncio.run(main())
";

const SLEEP: &str = "_set_result_unless_cancelled";
const STOP: &str = "_run_until_complete_cb";
const GATHER: &str = "gather._done_callback";

/// The two sleepers of the contract, all 13 iterations.
pub(crate) fn two_sleepers() -> History {
    let mut run = Script::new("sleepers.py", SLEEPERS);
    run.task(1, "main", 0, 16).ready(1, 1, Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0).step(1, 1, 1);
    run.task(2, "work", 1, 11).ready(2, 2, by_task(1)).task(3, "work", 1, 12).ready(3, 3, by_task(1));
    run.awaits(1, Awaited::Task(TaskId(2)), 13);
    run.iteration(2, 0, 0.0);
    for (task, name) in [(2, "two"), (3, "three")] {
        run.step(task, task, 1).prints(task, &format!("start {name}\n"), 5);
        run.future(task - 1, FutureKind::Sleep, task, 6).timer(task + 2, f64::from(task), SLEEP, task);
        run.awaits(task, Awaited::Future(FutureId(task - 1)), 6);
    }
    run.wait_until(2.0).due(4).iteration(1, 1, 2.0);
    run.run(4).resolves(1, by_handle(4)).ready(6, 2, by_handle(4)).run_ended(4);
    run.iteration(1, 0, 0.0);
    run.step(2, 6, 2).prints(2, "end two\n", 7).ready(7, 1, by_task(2)).returns(2);
    run.iteration(1, 0, 0.0).step(1, 7, 2).awaits(1, Awaited::Task(TaskId(3)), 14);
    run.wait_until(3.0).due(5).iteration(1, 1, 1.0);
    run.run(5).resolves(2, by_handle(5)).ready(8, 3, by_handle(5)).run_ended(5);
    run.iteration(1, 0, 0.0);
    run.step(3, 8, 2).prints(3, "end three\n", 7).ready(9, 1, by_task(3)).returns(3);
    run.iteration(1, 0, 0.0).step(1, 9, 3).ready_callback(10, STOP, by_task(1)).returns(1);
    run.iteration(1, 0, 0.0).run(10).run_ended(10).loop_stopped();
    for (task, coroutine) in
        [(4, "BaseEventLoop.shutdown_asyncgens"), (5, "BaseEventLoop.shutdown_default_executor")]
    {
        let handle = 11 + 2 * (task - 4);
        run.any_task(task, coroutine, 0, 0, true).ready(handle, task, Cause::Thread).loop_started();
        run.iteration(1, 0, 0.0).step(task, handle, 1);
        run.ready_callback(handle + 1, STOP, by_task(task)).returns(task);
        run.iteration(1, 0, 0.0).run(handle + 1).run_ended(handle + 1).loop_stopped();
    }
    run.run_over(RunOutcome::Finished);
    run.history
}

pub(crate) const STUCK: &str = "\
import asyncio


async def main():
    loop = asyncio.get_running_loop()


    fut = loop.create_future()
    await fut

asyncio.run(main())
";

/// One task that waits for a future that nobody resolves.
pub(crate) fn stuck() -> History {
    let mut run = Script::new("stuck.py", STUCK);
    run.task(1, "main", 0, 11).ready(1, 1, Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0).step(1, 1, 1).future(1, FutureKind::Plain, 1, 8);
    run.awaits(1, Awaited::Future(FutureId(1)), 9);
    run.run_over(RunOutcome::Deadlock);
    run.history
}

/// One task that yields so many times, each time in an iteration of its own.
pub(crate) fn many_iterations(count: u32) -> History {
    let mut run = Script::new("many.py", "");
    run.task(1, "main", 0, 11).ready(1, 1, Cause::Thread).loop_started();
    for n in 1..=count {
        run.iteration(1, 0, 0.0).step(1, n, n).ready(n + 1, 1, by_task(1)).ends(1, StepOutcome::Yielded);
    }
    run.iteration(1, 0, 0.0).step(1, count + 1, count + 1).returns(1).loop_stopped();
    run.run_over(RunOutcome::Finished);
    run.history
}

pub(crate) const BROKEN: &str = "\
import asyncio


async def read(n):
    await asyncio.sleep(n)
    raise ValueError(\"no such thing\")


async def fetch(n):
    return await read(n)


def on_done(task):
    print(\"over\")


async def main():
    first = asyncio.create_task(fetch(1))
    first.add_done_callback(on_done)
    await asyncio.gather(first, fetch(2))

asyncio.run(main())
";

/// A task raises at line 6, two levels deep, and what waits for it in a gather does so too.
pub(crate) fn broken() -> History {
    let [first, second] = [2, 3].map(|task| Awaited::Task(TaskId(task)));
    let mut run = Script::new("broken.py", BROKEN);
    run.task(1, "main", 0, 22).ready(1, 1, Cause::Thread).callback(
        Awaited::Task(TaskId(1)),
        STOP,
        Cause::Thread,
    );
    run.loop_started().iteration(1, 0, 0.0).step(1, 1, 1);
    run.task(2, "fetch", 1, 18).ready(2, 2, by_task(1)).callback(first, "on_done", by_task(1));
    run.task(3, "fetch", 1, 20).ready(3, 3, by_task(1));
    run.callback(first, GATHER, by_task(1)).callback(second, GATHER, by_task(1));
    run.future(1, FutureKind::Gather, 1, 20).awaits(1, Awaited::Future(FutureId(1)), 20);
    run.iteration(2, 0, 0.0);
    for task in [2, 3] {
        run.step(task, task, 1).future(task, FutureKind::Sleep, task, 5);
        run.timer(task + 2, f64::from(task - 1), SLEEP, task).awaits(
            task,
            Awaited::Future(FutureId(task)),
            5,
        );
    }
    run.wait_until(1.0).due(4).iteration(1, 1, 1.0);
    run.run(4).resolves(2, by_handle(4)).ready(6, 2, by_handle(4)).run_ended(4);
    run.iteration(1, 0, 0.0).step(2, 6, 2);
    run.ready_callback(7, "on_done", by_task(2)).ready_callback(8, GATHER, by_task(2));
    run.raises(2, "ValueError", "no such thing", &[10, 6]);
    run.iteration(2, 0, 0.0).run(7).run_ended(7);
    run.run(8).resolves(1, by_handle(8)).ready(9, 1, by_handle(8)).run_ended(8);
    run.iteration(1, 0, 0.0).step(1, 9, 2).ready_callback(10, STOP, by_task(1));
    run.raises(1, "ValueError", "no such thing", &[20, 10, 6]);
    run.iteration(1, 0, 0.0).run(10).run_ended(10).loop_stopped();
    // What `asyncio.run` ends first, before it lets go of the exception.
    run.push(EventKind::CancelRequested {
        task: TaskId(3),
        by: Cause::Thread,
        location: None,
        message: None,
    });
    run.ready(11, 3, Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0).step(3, 11, 2).ends(3, StepOutcome::Cancelled).loop_stopped();
    run.run_raised("ValueError", "no such thing", &[22, 20, 10, 6]);
    run.history
}

/// Two tasks that wait for each other, and a third that waits for one of them.
pub(crate) fn embrace() -> History {
    let mut run = Script::new("embrace.py", "");
    run.task(1, "main", 0, 20).ready(1, 1, Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0).step(1, 1, 1).task(2, "left", 1, 10).ready(2, 2, by_task(1));
    run.task(3, "right", 1, 11).ready(3, 3, by_task(1)).awaits(1, Awaited::Task(TaskId(2)), 12);
    run.iteration(2, 0, 0.0);
    run.step(2, 2, 1).awaits(2, Awaited::Task(TaskId(3)), 3);
    run.step(3, 3, 1).awaits(3, Awaited::Task(TaskId(2)), 6);
    run.run_over(RunOutcome::Deadlock);
    run.history
}

/// Two tasks that each hold a lock and want the other's: it is a circle, though nobody tells who waits for which.
pub(crate) fn crossed_locks() -> History {
    let lock = |run: &mut Script, object, operation, task| {
        let (object, task) = (ObjectId(object), Some(TaskId(task)));
        run.push(EventKind::Sync { object, kind: SyncKind::Lock, operation, task });
    };
    let mut run = Script::new("crossed.py", "");
    run.task(1, "main", 0, 20).ready(1, 1, Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0).step(1, 1, 1).task(2, "left", 1, 10).ready(2, 2, by_task(1));
    run.task(3, "right", 1, 11).ready(3, 3, by_task(1));
    for task in [2, 3] {
        run.callback(Awaited::Task(TaskId(task)), GATHER, by_task(1));
    }
    run.future(1, FutureKind::Gather, 1, 12);
    run.awaits(1, Awaited::Future(FutureId(1)), 12);
    run.iteration(2, 0, 0.0);
    for task in [2, 3] {
        run.step(task, task, 1);
        lock(&mut run, task - 1, SyncOperation::Acquire, task);
        run.ready(task + 2, task, by_task(task)).ends(task, StepOutcome::Yielded);
    }
    run.iteration(2, 0, 0.0);
    for (task, line) in [(2, 3), (3, 7)] {
        run.step(task, task + 2, 2).future(task, FutureKind::Lock, task, line);
        run.awaits(task, Awaited::Future(FutureId(task)), line);
    }
    run.run_over(RunOutcome::Deadlock);
    run.history
}

/// A task that made another one, and then waits for a gather of a third.
pub(crate) fn gather_beside_another() -> History {
    let mut run = Script::new("beside.py", "");
    run.task(1, "main", 0, 20).ready(1, 1, Cause::Thread).loop_started();
    run.iteration(1, 0, 0.0).step(1, 1, 1).task(2, "beside", 1, 10).ready(2, 2, by_task(1));
    run.task(3, "gathered", 1, 11).ready(3, 3, by_task(1));
    run.callback(Awaited::Task(TaskId(3)), GATHER, by_task(1)).future(1, FutureKind::Gather, 1, 11);
    run.awaits(1, Awaited::Future(FutureId(1)), 11);
    run.history
}

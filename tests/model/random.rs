//! Makes a legal run out of arbitrary bytes: a small loop of its own, whose tasks do what the bytes say.

use std::collections::VecDeque;

use loopscope::event::{Awaited, BlockCause, Cause, EventKind, FutureKind, RunOutcome, StepOutcome};
use loopscope::id::{FutureId, HandleId, LocationId, TaskId};
use loopscope::model::History;
use loopscope::time::{Delay, SECOND};

use crate::script::{Script, by_handle, by_task};

#[derive(Clone, Copy)]
enum What {
    Step(u32),
    /// Resolves the future, which wakes the task.
    Timer {
        future: u32,
        task: u32,
    },
}

#[derive(Default)]
struct Ids {
    task: u32,
    handle: u32,
    future: u32,
}

struct Run<'b> {
    script: Script,
    bytes: std::slice::Iter<'b, u8>,
    ids: Ids,
    ready: VecDeque<(u32, What)>,
    /// Deadline in seconds, handle.
    timers: Vec<(u32, u32, What)>,
    now: u32,
    steps: Vec<u32>,
    /// By task, the tasks that wait for it; none once it is done.
    joins: Vec<Option<Vec<u32>>>,
}

impl Run<'_> {
    fn byte(&mut self) -> u8 {
        // Beyond the last byte every step ends its task.
        self.bytes.next().copied().unwrap_or(u8::MAX)
    }

    fn handle(&mut self) -> u32 {
        self.ids.handle += 1;
        self.ids.handle
    }

    fn spawn(&mut self, parent: u32, by: Cause) {
        self.ids.task += 1;
        let task = self.ids.task;
        self.script.task(task, "work", parent, 3);
        self.steps.push(0);
        self.joins.push(Some(Vec::new()));
        self.wake(task, by);
    }

    fn wake(&mut self, task: u32, by: Cause) {
        let handle = self.handle();
        self.script.ready(handle, task, by);
        self.ready.push_back((handle, What::Step(task)));
    }

    fn turn(&mut self) {
        let mut moved = 0;
        let mut waited = 0;
        if self.ready.is_empty() {
            self.timers.sort_by_key(|timer| (timer.0, timer.1));
            waited = self.timers[0].0.saturating_sub(self.now);
            self.now += waited;
            self.script.wait_until(f64::from(self.now));
        }
        while let Some(at) = self.timers.iter().position(|timer| timer.0 <= self.now) {
            let (_, handle, what) = self.timers.remove(at);
            self.script.due(handle);
            self.ready.push_back((handle, what));
            moved += 1;
        }
        let batch = self.ready.len();
        self.script.iteration(batch as u32, moved, f64::from(waited));
        for _ in 0..batch {
            let (handle, what) = self.ready.pop_front().expect("the batch is on the queue");
            match what {
                What::Step(task) => self.step(task, handle),
                What::Timer { future, task } => {
                    self.script.run(handle).resolves(future, by_handle(handle));
                    self.wake(task, by_handle(handle));
                    self.script.run_ended(handle);
                }
            }
        }
    }

    fn step(&mut self, task: u32, handle: u32) {
        let n = &mut self.steps[task as usize - 1];
        *n += 1;
        self.script.step(task, handle, *n);
        loop {
            match self.byte() {
                0..60 => {
                    self.script.prints(task, "text\n", 5);
                }
                60..110 if self.ids.task < 60 => self.spawn(task, by_task(task)),
                110..120 => {
                    let handle = self.handle();
                    self.script.timer(handle, f64::from(self.now + 5), "late", task);
                    let (handle, by) = (HandleId(handle), by_task(task));
                    self.script.push(EventKind::TimerCancelled { handle, by });
                }
                120..130 => {
                    let (duration, cause) = (Delay(SECOND), BlockCause::Sleep);
                    self.script.push(EventKind::Blocked { duration, cause, location: Some(LocationId(9)) });
                    self.now += 1;
                    self.script.wait_until(f64::from(self.now));
                }
                130..140 => {
                    let victim = TaskId(u32::from(self.byte()) % self.ids.task + 1);
                    let (by, location) = (by_task(task), None);
                    self.script.push(EventKind::CancelRequested {
                        task: victim,
                        by,
                        location,
                        message: None,
                    });
                }
                last => return self.step_ends(task, last),
            }
        }
    }

    fn step_ends(&mut self, task: u32, how: u8) {
        let other = u32::from(self.byte()) % self.ids.task + 1;
        match how {
            140..170 => {
                self.wake(task, by_task(task));
                self.script.ends(task, StepOutcome::Yielded);
            }
            170..210 => {
                self.ids.future += 1;
                let (future, handle) = (self.ids.future, self.handle());
                let deadline = self.now + 1 + other % 4;
                self.script.future(future, FutureKind::Sleep, task, 6);
                self.script.timer(handle, f64::from(deadline), "wake", task);
                self.timers.push((deadline, handle, What::Timer { future, task }));
                self.script.awaits(task, Awaited::Future(FutureId(future)), 6);
            }
            210..230 if other != task && self.joins[other as usize - 1].is_some() => {
                self.joins[other as usize - 1].as_mut().expect("it was looked at").push(task);
                self.script.awaits(task, Awaited::Task(TaskId(other)), 8);
            }
            _ => {
                for waiter in self.joins[task as usize - 1].take().into_iter().flatten() {
                    self.wake(waiter, by_task(task));
                }
                self.script.ends(
                    task,
                    match how % 3 {
                        0 => StepOutcome::Returned("None".into()),
                        1 => StepOutcome::Raised { exception: "ValueError".into(), text: "no".into() },
                        _ => StepOutcome::Cancelled,
                    },
                );
            }
        }
    }
}

/// The run that the bytes tell of; after the last byte every task ends with its step.
pub(crate) fn run_of(bytes: &[u8]) -> History {
    let mut run = Run {
        script: Script::new("random.py", ""),
        bytes: bytes.iter(),
        ids: Ids::default(),
        ready: VecDeque::new(),
        timers: Vec::new(),
        now: 0,
        steps: Vec::new(),
        joins: Vec::new(),
    };
    run.spawn(0, Cause::Thread);
    run.script.loop_started();
    while !run.ready.is_empty() || !run.timers.is_empty() {
        run.turn();
    }
    run.script.loop_stopped();
    let stuck = run.joins.iter().any(Option::is_some);
    run.script.run_over(if stuck { RunOutcome::Deadlock } else { RunOutcome::Finished });
    run.script.history
}

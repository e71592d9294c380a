//! A run of 100,000 tasks that sleep, and ways through it that cross checkpoints.

use std::time::Instant;

use loopscope::event::{Awaited, Cause, Event, EventKind, FutureKind, FutureOutcome, StepOutcome, Subject};
use loopscope::id::{ChainId, FutureId, HandleId, LocationId, LoopId, TaskId, TextId, ThreadId};
use loopscope::model::narration::narrate;
use loopscope::model::summary::Summary;
use loopscope::model::timeline::{Axis, TrackId, View};
use loopscope::model::{History, Model};
use loopscope::time::{Delay, Moment, SECOND};

/// The events of `tasks` tasks that all are alive at once: each is made, sleeps for a second and ends.
fn sleepers(tasks: u32) -> impl Iterator<Item = Event> {
    let (sleep, by_loop) = (TextId(2), Cause::Thread);
    let created = (1..=tasks).flat_map(move |n| {
        let (task, handle) = (TaskId(n), HandleId(n));
        let (coroutine, location) = (TextId(1), Some(LocationId(1)));
        [
            EventKind::TaskCreated {
                task,
                name: None,
                coroutine,
                parent: None,
                location,
                housekeeping: false,
            },
            EventKind::HandleScheduled { handle, what: Subject::Step(task), by: by_loop },
        ]
    });
    let slept = (1..=tasks).flat_map(move |n| {
        let (task, future, handle) = (TaskId(n), FutureId(n), HandleId(tasks + n));
        let (by, chain) = (Cause::Task(task), Some(ChainId(1)));
        let outcome = StepOutcome::Waiting(Awaited::Future(future));
        let (deadline, delay) = (Moment(SECOND + u64::from(n)), Some(Delay(SECOND)));
        [
            EventKind::StepStarted { task, handle: Some(HandleId(n)), n: 1 },
            EventKind::FutureCreated { future, kind: FutureKind::Sleep, by, location: Some(LocationId(2)) },
            EventKind::TimerSet { handle, deadline, delay, what: Subject::Callback(sleep), by },
            EventKind::StepEnded { task, outcome, chain },
        ]
    });
    let moved = (1..=tasks).map(move |n| EventKind::TimerMoved { handle: HandleId(tasks + n) });
    let woken = (1..=tasks).flat_map(move |n| {
        let (handle, next) = (HandleId(tasks + n), HandleId(2 * tasks + n));
        let (by, outcome) = (Cause::Handle(handle), FutureOutcome::Result("None".into()));
        [
            EventKind::HandleStarted { handle },
            EventKind::FutureResolved { future: FutureId(n), outcome, by },
            EventKind::HandleScheduled { handle: next, what: Subject::Step(TaskId(n)), by },
            EventKind::HandleEnded { handle },
        ]
    });
    let ended = (1..=tasks).flat_map(move |n| {
        let (task, handle) = (TaskId(n), Some(HandleId(2 * tasks + n)));
        let outcome = StepOutcome::Returned("None".into());
        [EventKind::StepStarted { task, handle, n: 2 }, EventKind::StepEnded { task, outcome, chain: None }]
    });
    let early = created.chain(slept).map(|kind| (Moment::START, kind));
    let late = moved.chain(woken).chain(ended).map(|kind| (Moment(2 * SECOND), kind));
    early.chain(late).enumerate().map(|(seq, (at, kind))| Event {
        seq: seq as u64,
        at,
        thread: ThreadId(1),
        on_loop: Some(LoopId(1)),
        kind,
    })
}

#[test]
fn a_seek_over_checkpoints_comes_to_what_folding_comes_to() {
    let mut history = History::new();
    for event in sleepers(22_000) {
        history.push(event);
    }
    let targets = [0, 1, 150_000, 196_607, 196_608, 196_609, 280_000, history.len() - 1, history.len()];
    let mut folded = Model::default();
    let mut event = sleepers(22_000);
    let models = targets.map(|target| {
        while folded.events() < target {
            folded.apply(&event.next().expect("the run is that long"));
        }
        folded.clone()
    });
    let mut model = Model::default();
    for step in [1, 2, 4, 5, 7] {
        for at in (0..targets.len()).map(|n| n * step % targets.len()) {
            history.seek(&mut model, targets[at]);
            assert!(model == models[at], "after {} events", targets[at]);
        }
    }
}

/// Resident memory in bytes, where the system tells.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse().map_or(0, |kb: u64| kb * 1024)
}

/// Prints what things cost; run it in release mode, with `--ignored --nocapture`.
#[test]
#[ignore = "measures, and asserts nothing"]
fn figures() {
    let tasks = 77_000;
    let before = resident();
    let start = Instant::now();
    let mut history = History::new();
    for event in sleepers(tasks) {
        history.push(event);
    }
    let n = history.len();
    println!("{n} events, {tasks} tasks");
    println!("push: {} ns an event", start.elapsed().as_nanos() / n as u128);
    println!("memory: {} bytes an event", (resident() - before) / n as u64);
    let events: Vec<Event> = sleepers(tasks).collect();
    let start = Instant::now();
    let mut model = Model::default();
    for event in &events {
        model.apply(event);
    }
    println!("fold: {} ns an event", start.elapsed().as_nanos() / n as u128);
    drop(events);
    let mut worst = 0;
    let mut all = 0;
    for k in 0..200_usize {
        let target = (k * 618_034) % n;
        let start = Instant::now();
        history.seek(&mut model, target);
        let took = start.elapsed().as_micros();
        worst = worst.max(took);
        all += took;
    }
    println!("seek: {} µs on average, {worst} at worst", all / 200);
    let start = Instant::now();
    for k in 0..20 {
        history.seek(&mut model, n - 2 - k);
    }
    println!("back by one event: {} µs", start.elapsed().as_micros() / 20);
    println!("with a model at the playhead: {} bytes an event", (resident() - before) / n as u64);
    let timeline = history.timeline();
    for (axis, width) in
        [(Axis::Time, 2.1 * SECOND as f64 / 200.0), (Axis::Order, 3.0 * f64::from(tasks) / 200.0)]
    {
        let start = Instant::now();
        for _ in 0..20 {
            let grid = timeline.grid(View { axis, from: 0, width, cells: 200 }, n, u64::MAX);
            for task in 1..=50 {
                let track = timeline.track(TrackId::Task(TaskId(task * 7))).unwrap();
                std::hint::black_box(timeline.row(track, &grid));
            }
        }
        println!("50 rows of 200 cells, {axis:?}: {} µs", start.elapsed().as_micros() / 20);
    }
    let start = Instant::now();
    for k in 0..20 {
        history.seek(&mut model, n / 2 + k);
        std::hint::black_box(narrate(&history, &model));
    }
    println!("narrate: {} µs", start.elapsed().as_micros() / 20);
    let start = Instant::now();
    std::hint::black_box(Summary::of(&history));
    println!("summary: {} ms", start.elapsed().as_millis());
}

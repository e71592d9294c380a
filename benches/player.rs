//! What the screen's side costs: opening a recording, moving in it, drawing a frame; the two sleepers, and
//! 100,000 tasks that are all alive at once.
#![allow(missing_docs, reason = "criterion's macro makes functions without")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use loopscope::event::Event;
use loopscope::id::TaskId;
use loopscope::model::{History, Model};
use loopscope::player::{Change, Condition, Landmark, Line, Move, Player};
use loopscope::trace::{Reader, Record};
use loopscope::tui::Theme;
use loopscope::tui::action::{Action, Direction};
use loopscope::tui::app::App;
use loopscope::tui::prompt::Asking;
use loopscope::tui::screen;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

mod sleepers;

/// Some 1.7 million events.
const MANY: usize = 100_000;

/// Columns and lines of the terminal.
const SIZE: (u16, u16) = (200, 50);

/// The events of a recording.
fn events(recording: &[u8]) -> Vec<Event> {
    let records = Reader::new(recording).expect("a recording").map(|record| record.expect("it is whole"));
    records.filter_map(|record| if let Record::Event(event) = record { Some(event) } else { None }).collect()
}

/// Memory that this process has, in bytes, where the system tells.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse().map_or(0, |kb: usize| kb * 1024)
}

/// Prints what a run takes up in memory once it is open: events, timelines, checkpoints and the newest model.
fn weigh(recording: &[u8]) {
    let before = resident();
    let history = sleepers::open(recording);
    let bytes = resident().saturating_sub(before);
    println!("memory: {} bytes an event, {} events", bytes / history.len(), history.len());
}

fn opening(criterion: &mut Criterion, recording: &[u8]) {
    let events = events(recording);
    let mut group = criterion.benchmark_group("open");
    group.throughput(Throughput::Elements(events.len() as u64));
    group.sample_size(10);
    group.bench_function("read the lines", |bencher| {
        bencher.iter(|| Reader::new(recording).expect("a recording").for_each(|line| drop(black_box(line))));
    });
    group.bench_function("fold the events", |bencher| {
        bencher.iter(|| {
            let mut model = Model::default();
            for event in &events {
                model.apply(event);
            }
            model
        });
    });
    group.bench_function("keep the events", |bencher| {
        let keep = |events: Vec<Event>| {
            let mut history = History::new();
            for event in events {
                history.push(event);
            }
            history
        };
        bencher.iter_batched(|| events.clone(), keep, BatchSize::PerIteration);
    });
    group.bench_function("all of it", |bencher| bencher.iter(|| sleepers::open(recording)));
    group.finish();
}

fn seeking(criterion: &mut Criterion, history: &History) {
    let mut group = criterion.benchmark_group("seek");
    let len = history.len();
    let mut model = Model::default();
    let mut turn = 0;
    group.bench_function("anywhere", |bencher| {
        bencher.iter(|| {
            // A stride prime to the length: every turn lands far from the one before.
            turn += 1;
            history.seek(&mut model, turn * 7_919 * 131 % len);
        });
    });
    group.bench_function("back by one event", |bencher| {
        history.seek(&mut model, len / 2);
        bencher.iter(|| {
            let before = model.events() - 1;
            history.seek(&mut model, before);
        });
    });
    group.finish();
}

/// What a key costs that looks through the whole run and finds nothing, without the frame.
fn looking(criterion: &mut Criterion, history: History) {
    let mut group = criterion.benchmark_group("look for");
    let mut player = Player::new(history);
    group.bench_function("an error that is not there", |bencher| {
        bencher.iter(|| player.target(Move::Landmark(Landmark::Error, 1)));
    });
    group.bench_function("a task's hundredth step that is not there", |bencher| {
        bencher.iter(|| player.target(Move::TaskStep(TaskId(7), 100)));
    });
    let conditions = [
        ("a breakpoint on a line", Condition::Line(Line::own(99_999))),
        (
            "a breakpoint on 100,000 tasks",
            Condition::Task { pattern: "Task-*9".to_owned(), change: Change::Raised },
        ),
        ("a breakpoint on an output", Condition::Output("nowhere".to_owned())),
    ];
    for (name, condition) in conditions {
        player.breakpoints_mut().clear();
        player.breakpoints_mut().set(condition);
        group.bench_function(name, |bencher| {
            bencher.iter(|| player.target(Move::Landmark(Landmark::Hit, 1)));
        });
    }
    let mut app = App::new(Theme::default());
    app.show("Sleepers", player.into_history());
    app.resize(SIZE);
    group.bench_function("a text in the sentences of 10,000 events", |bencher| {
        bencher.iter(|| {
            app.update(Action::Ask(Asking::Search));
            app.paste("nowhere in the run");
            app.update(Action::Submit)
        });
    });
    group.finish();
}

/// The player in the midst of a run: everybody sleeps, and the first is about to wake up.
fn app(history: History) -> App {
    let mut app = App::new(Theme::default());
    app.show("Sleepers", history);
    app.resize(SIZE);
    app.update(Action::Edge(Direction::Forward));
    // The last iterations: the timers, the tasks' second steps, the main task's, and the one that stops.
    for _ in 0..4 {
        app.update(Action::Iteration(Direction::Back));
    }
    app
}

fn drawing(criterion: &mut Criterion, name: &str, app: &mut App) {
    let mut group = criterion.benchmark_group(format!("screen, {name}"));
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("memory");
    group.bench_function("draw a frame", |bencher| {
        bencher.iter(|| terminal.draw(|frame| screen::draw(app, frame)).expect("memory").count);
    });
    group.bench_function("an event on and back, with both frames", |bencher| {
        bencher.iter(|| {
            for direction in [Direction::Forward, Direction::Back] {
                app.update(Action::Event(direction));
                terminal.draw(|frame| screen::draw(app, frame)).expect("memory");
            }
        });
    });
    group.finish();
}

fn all(criterion: &mut Criterion) {
    let recording = sleepers::recording(MANY);
    weigh(&recording);
    opening(criterion, &recording);
    seeking(criterion, &sleepers::open(&recording));
    looking(criterion, sleepers::open(&recording));
    let few = sleepers::recording(2);
    drawing(criterion, "two sleepers", &mut app(sleepers::open(&few)));
    let mut many = app(sleepers::open(&recording));
    drawing(criterion, "100,000 sleepers", &mut many);
    many.update(Action::Group);
    drawing(criterion, "100,000 sleepers, grouped", &mut many);
    many.update(Action::Groups);
    many.update(Action::Sort);
    many.type_command("filter state:waiting sleep");
    drawing(criterion, "100,000 sleepers, grouped, unfolded, by name, filtered", &mut many);
}

fn quick() -> Criterion {
    Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3))
}

criterion_group!(name = benches; config = quick(); targets = all);
criterion_main!(benches);

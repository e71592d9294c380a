//! What it costs to record an event: from the executor through `tracing` to a line of the recording.
#![allow(missing_docs, reason = "criterion's macro makes functions without")]

use std::io::{self, BufWriter};
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use loopscope::event::{ClockKind, Subject};
use loopscope::executor::scheduler::Scheduler;
use loopscope::executor::{Executor, instrument};
use loopscope::id::{HandleId, TaskId};
use loopscope::trace::{TraceLayer, Writer};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

#[allow(dead_code, reason = "each benchmark uses its part")]
mod sleepers;

/// Tasks of the whole run that is recorded.
const TASKS: usize = 10_000;

/// As `loopscope run --record` does it, but the bytes go nowhere.
fn listen() {
    let writer = Writer::new(BufWriter::with_capacity(1 << 16, io::sink()));
    tracing_subscriber::registry().with(TraceLayer::new(writer)).init();
}

fn single_events(criterion: &mut Criterion) {
    let scheduler = Scheduler::new(ClockKind::Virtual);
    let mut group = criterion.benchmark_group("record an event");
    group.throughput(Throughput::Elements(1));
    group.bench_function("handle scheduled", |bencher| {
        bencher.iter(|| instrument::handle_scheduled(&scheduler, HandleId(4711), Subject::Step(TaskId(42))));
    });
    group.bench_function("step started", |bencher| {
        bencher.iter(|| instrument::step_started(&scheduler, TaskId(42), Some(HandleId(4711)), 2));
    });
    group.bench_function("handle ended", |bencher| {
        bencher.iter(|| instrument::handle_ended(&scheduler, HandleId(4711)));
    });
    group.finish();
}

fn whole_run(criterion: &mut Criterion, events: usize) {
    let mut group = criterion.benchmark_group("record a run");
    group.throughput(Throughput::Elements(events as u64));
    group.sample_size(20);
    group.bench_function("10,000 sleepers", |bencher| {
        bencher.iter(|| Executor::new().block_on(sleepers::sleepers(TASKS)).expect("every sleeper wakes up"));
    });
    group.finish();
}

fn all(criterion: &mut Criterion) {
    let events = sleepers::open(&sleepers::recording(TASKS)).len();
    listen();
    single_events(criterion);
    whole_run(criterion, events);
}

fn quick() -> Criterion {
    Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3))
}

criterion_group!(name = benches; config = quick(); targets = all);
criterion_main!(benches);

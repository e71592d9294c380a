//! What a Rust task costs on loopscope's executor while nobody listens, beside two executors that are made
//! for speed alone.
#![allow(missing_docs, reason = "criterion's macro makes functions without")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Tasks that are alive at once.
const TASKS: usize = 1_000;

/// Yields of each of the [`YIELDERS`].
const YIELDS: usize = 1_000;

/// Tasks that yield to one another.
const YIELDERS: usize = 10;

mod on_loopscope {
    use loopscope::executor::{spawn, yield_now};

    use super::{TASKS, YIELDERS, YIELDS, black_box};

    pub(super) async fn spawn_and_join() {
        let tasks: Vec<_> = (0..TASKS).map(|n| spawn(async move { n })).collect();
        for task in tasks {
            black_box(task.await.expect("it neither panics nor is cancelled"));
        }
    }

    async fn yields() {
        for _ in 0..YIELDS {
            yield_now().await;
        }
    }

    pub(super) async fn yield_to_one_another() {
        let tasks: Vec<_> = (0..YIELDERS).map(|_| spawn(yields())).collect();
        for task in tasks {
            task.await.expect("it neither panics nor is cancelled");
        }
    }
}

mod on_tokio {
    use tokio::task::{spawn_local, yield_now};

    use super::{TASKS, YIELDERS, YIELDS, black_box};

    pub(super) async fn spawn_and_join() {
        let tasks: Vec<_> = (0..TASKS).map(|n| spawn_local(async move { n })).collect();
        for task in tasks {
            black_box(task.await.expect("it neither panics nor is cancelled"));
        }
    }

    async fn yields() {
        for _ in 0..YIELDS {
            yield_now().await;
        }
    }

    pub(super) async fn yield_to_one_another() {
        let tasks: Vec<_> = (0..YIELDERS).map(|_| spawn_local(yields())).collect();
        for task in tasks {
            task.await.expect("it neither panics nor is cancelled");
        }
    }
}

mod on_async_executor {
    use async_executor::LocalExecutor;
    use futures_lite::future::yield_now;

    use super::{TASKS, YIELDERS, YIELDS, black_box};

    pub(super) async fn spawn_and_join(executor: &LocalExecutor<'_>) {
        let tasks: Vec<_> = (0..TASKS).map(|n| executor.spawn(async move { n })).collect();
        for task in tasks {
            black_box(task.await);
        }
    }

    async fn yields() {
        for _ in 0..YIELDS {
            yield_now().await;
        }
    }

    pub(super) async fn yield_to_one_another(executor: &LocalExecutor<'_>) {
        let tasks: Vec<_> = (0..YIELDERS).map(|_| executor.spawn(yields())).collect();
        for task in tasks {
            task.await;
        }
    }
}

fn loopscope_executor() -> loopscope::executor::Executor {
    loopscope::executor::Executor::new()
}

fn tokio_runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime without drivers needs nothing")
}

fn spawn_and_join(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("spawn and join");
    group.throughput(Throughput::Elements(TASKS as u64));
    let executor = loopscope_executor();
    group.bench_function("loopscope", |bencher| {
        bencher.iter(|| executor.block_on(on_loopscope::spawn_and_join()).expect("it ends"));
    });
    let runtime = tokio_runtime();
    let tasks = tokio::task::LocalSet::new();
    group.bench_function("tokio", |bencher| {
        bencher.iter(|| tasks.block_on(&runtime, on_tokio::spawn_and_join()));
    });
    let executor = async_executor::LocalExecutor::new();
    group.bench_function("async-executor", |bencher| {
        bencher.iter(|| {
            futures_lite::future::block_on(executor.run(on_async_executor::spawn_and_join(&executor)));
        });
    });
    group.finish();
}

fn yield_to_one_another(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("yield");
    group.throughput(Throughput::Elements((YIELDERS * YIELDS) as u64));
    let executor = loopscope_executor();
    group.bench_function("loopscope", |bencher| {
        bencher.iter(|| executor.block_on(on_loopscope::yield_to_one_another()).expect("it ends"));
    });
    let runtime = tokio_runtime();
    let tasks = tokio::task::LocalSet::new();
    group.bench_function("tokio", |bencher| {
        bencher.iter(|| tasks.block_on(&runtime, on_tokio::yield_to_one_another()));
    });
    let executor = async_executor::LocalExecutor::new();
    group.bench_function("async-executor", |bencher| {
        bencher.iter(|| {
            futures_lite::future::block_on(executor.run(on_async_executor::yield_to_one_another(&executor)));
        });
    });
    group.finish();
}

fn quick() -> Criterion {
    Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3))
}

criterion_group!(name = benches; config = quick(); targets = spawn_and_join, yield_to_one_another);
criterion_main!(benches);

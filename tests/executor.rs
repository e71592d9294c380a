//! The executor's exact event sequences.

mod common;

use std::time::Duration;

use common::traced;
use loopscope::event::ClockKind;
use loopscope::executor::policy::Policy;
use loopscope::executor::{Executor, JoinError, RunError, Stdout, promise, sleep, spawn, yield_now};

async fn work(name: &str, seconds: u64) {
    loopscope::println!("start {name}");
    sleep(Duration::from_secs(seconds)).await;
    loopscope::println!("end {name}");
}

async fn two_sleepers() {
    let two = spawn(work("two", 2));
    let three = spawn(work("three", 3));
    two.await.unwrap();
    three.await.unwrap();
}

fn quiet() -> Executor {
    let executor = Executor::new();
    executor.set_stdout(Stdout::Captured);
    executor
}

/// The table of the contract, event by event: iterations 1 to 9, as CPython runs the same program.
#[test]
fn two_sleepers_event_by_event() {
    let trace = traced(|| quiet().block_on(two_sleepers()).unwrap());
    let expected = [
        "   0 task Task-1 two_sleepers",
        "   0 ready handle 1: step of Task-1",
        "   0 loop",
        // 1: main starts, makes both tasks, waits for the first.
        "   0 it 1: 1 ready, 0 were timers, waited 0.000",
        "   0 step 1 of Task-1, handle 1",
        "   0 task Task-2 work by Task-1",
        "   0 ready handle 2: step of Task-2 by Task-1",
        "   0 task Task-3 work by Task-1",
        "   0 ready handle 3: step of Task-3 by Task-1",
        "   0 step- of Task-1: waits for Task-2",
        // 2: both print, set their timers and wait for their futures.
        "   0 it 2: 2 ready, 0 were timers, waited 0.000",
        "   0 step 1 of Task-2, handle 2",
        "   0 out \"start two\\n\" by Task-2",
        "   0 future future 1 sleep by Task-2",
        "   0 timer handle 4 for 2.000: resolve sleep by Task-2",
        "   0 step- of Task-2: waits for future 1",
        "   0 step 1 of Task-3, handle 3",
        "   0 out \"start three\\n\" by Task-3",
        "   0 future future 2 sleep by Task-3",
        "   0 timer handle 5 for 3.000: resolve sleep by Task-3",
        "   0 step- of Task-3: waits for future 2",
        // 3: the timer resumes nobody; it resolves a future, which schedules the task.
        "2000 due handle 4",
        "2000 it 3: 1 ready, 1 were timers, waited 2.000",
        "2000 run handle 4",
        "2000 resolve future 1: None by handle 4",
        "2000 ready handle 6: step of Task-2 by handle 4",
        "2000 run- handle 4",
        // 4: the task resumes one iteration later.
        "2000 it 4: 1 ready, 0 were timers, waited 0.000",
        "2000 step 2 of Task-2, handle 6",
        "2000 out \"end two\\n\" by Task-2",
        "2000 ready handle 7: step of Task-1 by Task-2",
        "2000 step- of Task-2: returns ()",
        // 5
        "2000 it 5: 1 ready, 0 were timers, waited 0.000",
        "2000 step 2 of Task-1, handle 7",
        "2000 step- of Task-1: waits for Task-3",
        // 6
        "3000 due handle 5",
        "3000 it 6: 1 ready, 1 were timers, waited 1.000",
        "3000 run handle 5",
        "3000 resolve future 2: None by handle 5",
        "3000 ready handle 8: step of Task-3 by handle 5",
        "3000 run- handle 5",
        // 7
        "3000 it 7: 1 ready, 0 were timers, waited 0.000",
        "3000 step 2 of Task-3, handle 8",
        "3000 out \"end three\\n\" by Task-3",
        "3000 ready handle 9: step of Task-1 by Task-3",
        "3000 step- of Task-3: returns ()",
        // 8: main returns, which schedules the callback that stops the loop.
        "3000 it 8: 1 ready, 0 were timers, waited 0.000",
        "3000 step 3 of Task-1, handle 9",
        "3000 ready handle 10: stop by Task-1",
        "3000 step- of Task-1: returns ()",
        // 9
        "3000 it 9: 1 ready, 0 were timers, waited 0.000",
        "3000 run handle 10",
        "3000 run- handle 10",
        "3000 loop-",
    ];
    pretty_compare(&trace.lines(), &expected);
}

fn pretty_compare(found: &[String], expected: &[&str]) {
    for (n, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_eq!(found, expected, "event {n}");
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn yielding_takes_turns() {
    let trace = traced(|| {
        let main = async {
            let other = spawn(async {
                for _ in 0..2 {
                    loopscope::print!("b");
                    yield_now().await;
                }
            });
            for _ in 0..2 {
                loopscope::print!("a");
                yield_now().await;
            }
            other.await.unwrap();
        };
        quiet().block_on(main).unwrap();
    });
    let outputs = trace.only(&["out"]);
    let expected =
        ["out \"a\" by Task-1", "out \"b\" by Task-2", "out \"a\" by Task-1", "out \"b\" by Task-2"];
    assert_eq!(outputs, expected.map(|line| format!("   0 {line}")));
}

#[test]
fn a_promise_wakes_its_waiter_in_the_next_iteration() {
    let trace = traced(|| {
        let main = async {
            let (promise, promised) = promise();
            spawn(async move {
                sleep(Duration::from_millis(500)).await;
                promise.set(42);
            });
            assert_eq!(promised.await, Ok(42));
        };
        quiet().block_on(main).unwrap();
    });
    let lines = trace.only(&["future", "resolve", "step-"]);
    let expected = [
        "   0 future future 1 future by Task-1",
        "   0 step- of Task-1: waits for future 1",
        "   0 future future 2 sleep by Task-2",
        "   0 step- of Task-2: waits for future 2",
        " 500 resolve future 2: None by handle 3",
        " 500 resolve future 1: <i32> by Task-2",
        " 500 step- of Task-2: returns ()",
        " 500 step- of Task-1: returns ()",
    ];
    pretty_compare(&lines, &expected);
}

#[test]
fn cancelling_ends_the_task_at_its_next_step_and_takes_its_timer_along() {
    let trace = traced(|| {
        let main = async {
            let sleeper = spawn(async { sleep(Duration::from_secs(9)).await });
            yield_now().await;
            assert!(sleeper.cancel());
            assert!(!sleeper.is_finished(), "it ends in its own step");
            assert_eq!(sleeper.await, Err(JoinError::Cancelled));
        };
        quiet().block_on(main).unwrap();
    });
    let lines = trace.only(&["cancel", "timer-", "step-"]);
    assert!(lines[2].contains("cancel Task-2 by Task-1 at executor.rs:"), "{}", lines[2]);
    let others: Vec<_> = lines.iter().enumerate().filter(|(n, _)| *n != 2).map(|(_, line)| &**line).collect();
    let expected = [
        "   0 step- of Task-1: yields",
        "   0 step- of Task-2: waits for future 1",
        "   0 step- of Task-1: waits for Task-2",
        "   0 timer- handle 4",
        "   0 step- of Task-2: is cancelled",
        "   0 step- of Task-1: returns ()",
    ];
    assert_eq!(others, expected);
}

#[test]
fn a_future_that_nobody_resolves_is_a_deadlock_and_not_a_hang() {
    let executor = quiet();
    let stuck = executor.block_on(async {
        let (_kept, promised) = promise::<()>();
        promised.await
    });
    assert_eq!(stuck, Err(RunError::Deadlock));
}

#[test]
fn a_foreign_future_gets_a_number_and_its_waker_works() {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::task::{Poll, Waker};

    let trace = traced(|| {
        let slot: Rc<RefCell<Option<Waker>>> = Rc::default();
        let seen = Rc::clone(&slot);
        let main = async move {
            let mut first = true;
            let waiter = spawn(std::future::poll_fn(move |context| {
                if std::mem::take(&mut first) {
                    *seen.borrow_mut() = Some(context.waker().clone());
                    return Poll::Pending;
                }
                Poll::Ready(())
            }));
            sleep(Duration::from_secs(1)).await;
            slot.borrow_mut().take().unwrap().wake();
            waiter.await.unwrap();
        };
        quiet().block_on(main).unwrap();
    });
    let lines = trace.only(&["resolve", "step-"]);
    assert_eq!(lines[1], "   0 step- of Task-2: waits for future 2");
    assert_eq!(lines[3], "1000 resolve future 2: None by Task-1");
    assert_eq!(lines[5], "1000 step- of Task-2: returns ()");
}

#[test]
fn a_panic_ends_its_task_and_no_other() {
    std::panic::set_hook(Box::new(|_| {}));
    let trace = traced(|| {
        let main = async {
            let bad = spawn(async { panic!("boom") });
            assert_eq!(bad.await, Err(JoinError::Panicked));
        };
        quiet().block_on(main).unwrap();
    });
    let _ = std::panic::take_hook();
    assert_eq!(trace.only(&["step-"])[1], "   0 step- of Task-2: raises panic: boom");
}

/// Eight timers with one deadline: asyncio compares deadlines alone, so the heap decides.
#[test]
fn equal_deadlines_run_as_under_asyncio() {
    let order = |policy| {
        let executor = Executor::with(ClockKind::Virtual, policy);
        let said = std::rc::Rc::new(std::cell::RefCell::new(String::new()));
        let heard = std::rc::Rc::clone(&said);
        let main = async move {
            let tasks: Vec<_> = ('A'..='D')
                .map(|name| {
                    let said = std::rc::Rc::clone(&heard);
                    spawn(async move {
                        sleep(Duration::from_secs(1)).await;
                        said.borrow_mut().push(name);
                    })
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
        };
        executor.block_on(main).unwrap();
        said.take()
    };
    assert_eq!(order(Policy::Fifo), "ABCD", "the creep keeps equal delays in order");
    assert_eq!(order(Policy::Seeded(3)), order(Policy::Seeded(3)));
    let orders: Vec<_> = (0..8).map(|seed| order(Policy::Seeded(seed))).collect();
    assert!(orders.iter().any(|other| other != "ABCD"), "{orders:?}");
}

#[test]
fn a_stop_request_ends_an_endless_program() {
    let executor = quiet();
    let scheduler = std::sync::Arc::clone(executor.scheduler());
    let endless = executor.block_on(async move {
        for n in 0.. {
            if n == 1000 {
                scheduler.request_stop();
            }
            yield_now().await;
        }
    });
    assert_eq!(endless, Err(RunError::Stopped));
}

#[test]
fn tasks_left_over_go_on_with_the_next_run() {
    let executor = quiet();
    let (_, left) = executor
        .block_on(async {
            let sleeper = spawn(sleep(Duration::from_secs(5)));
            (sleeper.id(), sleeper)
        })
        .unwrap();
    assert_eq!(executor.now().to_string(), "0.000");
    executor.block_on(left).unwrap().unwrap();
    assert_eq!(executor.now().to_string(), "5.000");
}

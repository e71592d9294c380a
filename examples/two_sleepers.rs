//! Two Rust tasks that sleep for two and for three seconds, watched in the player:
//! `cargo run --example two_sleepers`.

use std::time::Duration;

use loopscope::executor::{sleep, spawn};
use loopscope::tui::TuiError;

async fn work(name: &str, seconds: u64) {
    loopscope::println!("start {name}");
    sleep(Duration::from_secs(seconds)).await;
    loopscope::println!("end {name}");
}

async fn two_sleepers() {
    let two = spawn(work("two", 2));
    let three = spawn(work("three", 3));
    two.await.expect("it neither panics nor is cancelled");
    three.await.expect("it neither panics nor is cancelled");
}

fn main() -> Result<(), TuiError> {
    loopscope::watch(two_sleepers())?;
    Ok(())
}

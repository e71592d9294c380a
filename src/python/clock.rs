//! Virtual time for Python: what the `time` module reads, and `time.sleep`.

use rustpython_vm::{PyResult, VirtualMachine};

use super::bridge::bridge;
use super::{ending, process};
use crate::event::BlockCause;
use crate::executor::instrument;
use crate::executor::scheduler::Wake;
use crate::time::{Delay, Moment, SECOND};

/// When every run takes place, in seconds since 1970: noon of 1 January 2025, UTC.
const EPOCH: u64 = 1_735_732_800;

/// The time as the program reads it.
pub(super) fn read(vm: &VirtualMachine) -> Moment {
    let scheduler = &bridge().scheduler;
    if scheduler.stop_requested() {
        ending::stopped(vm);
    }
    let now = scheduler.clock().read();
    if scheduler.is_late(now) {
        ending::stopped(vm);
    }
    if scheduler.has_threads() && scheduler.slice_is_over(now) {
        scheduler.yield_now();
    }
    now
}

/// A loop of the program comes round without having waited for anything. Alone, it may go on for ever, as under
/// CPython; where others wait, they get their turn now and then.
pub(super) fn round(vm: &VirtualMachine) {
    let scheduler = &bridge().scheduler;
    if scheduler.stop_requested() {
        ending::stopped(vm);
    }
    scheduler.round();
}

/// Nanoseconds since 1970.
pub(super) fn date(vm: &VirtualMachine) -> u64 {
    EPOCH * SECOND + read(vm).0
}

/// Blocks the thread, and with it its loop, for this long.
pub(super) fn block(delay: Delay, vm: &VirtualMachine) -> PyResult<()> {
    let bridge = bridge();
    let scheduler = &bridge.scheduler;
    let until = read(vm) + delay;
    if delay == Delay::ZERO {
        scheduler.spin();
        return Ok(());
    }
    let location = bridge.places.caller(scheduler.names(), vm);
    instrument::blocked(scheduler, delay, BlockCause::Sleep, location);
    // A wake-up that was meant for something else does not end the sleep.
    while scheduler.park(Some(until)) != Ok(Wake::Due) && scheduler.clock().look() < until {
        vm.check_signals()?;
        process::see_to_signals(vm)?;
    }
    Ok(())
}

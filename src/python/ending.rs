//! How a run ends, from wherever that is decided.
//!
//! A deadlock or a limit ends the run on the spot: nothing of the program may run any more, no `finally`
//! and no handler, because under CPython it would not run either. So the process ends here, after everything
//! that was written has been passed on.

use std::fmt;
use std::sync::{Mutex, OnceLock, PoisonError};

use rustpython_vm::VirtualMachine;

use super::bridge::bridge;
use super::interpreter::InterpreterError;
use super::output;
use crate::event::{RunOutcome, Stream};
use crate::executor::instrument;
use crate::id::ChainId;

/// What whoever started the run wants to say and do at its end.
pub struct Ending {
    /// Why the run was asked to stop.
    pub stop_reason: Box<dyn Fn() -> RunOutcome + Send + Sync>,
    /// Passes everything on that is still to be written, says what is to be said, and gives the exit code.
    pub finish: Box<dyn Fn(&RunOutcome) -> i32 + Send + Sync>,
}

impl fmt::Debug for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ending")
    }
}

/// What BSD's `sysexits.h` calls an internal software error.
const EXIT_BROKEN: i32 = 70;

static ENDING: OnceLock<Ending> = OnceLock::new();

/// A run ends once.
static ENDED: Mutex<bool> = Mutex::new(false);

/// Sets up what happens at the end; the first call counts.
pub(super) fn install(ending: Ending) {
    ENDING.get_or_init(|| ending);
}

/// The run was asked to stop: ends it.
pub(super) fn stopped(vm: &VirtualMachine) -> ! {
    let outcome = ENDING.get().map_or(RunOutcome::Killed, |ending| (ending.stop_reason)());
    conclude(outcome, vm)
}

/// Ends the run here and now.
pub(super) fn conclude(outcome: RunOutcome, vm: &VirtualMachine) -> ! {
    // The run is over for another reason than a reader that went away.
    drop(output::flush_all(vm));
    std::process::exit(tell(&outcome, None))
}

/// The interpreter broke down on a thread other than its first: the run ends at once, for the baton is lost.
pub(super) fn broken(error: &InterpreterError) -> ! {
    drop(output::flush(Stream::Stdout));
    eprintln!(
        "loopscope: {error}; that is a mistake of loopscope or of the interpreter in it, not of your program"
    );
    tell(&RunOutcome::Killed, None);
    std::process::exit(EXIT_BROKEN)
}

/// Tells the end, with the traceback of an exception that reached the top, once; gives the exit code.
pub(super) fn tell(outcome: &RunOutcome, traceback: Option<ChainId>) -> i32 {
    let mut ended = ENDED.lock().unwrap_or_else(PoisonError::into_inner);
    if !std::mem::replace(&mut *ended, true) {
        instrument::run_ended(&bridge().scheduler, outcome, traceback);
    }
    ENDING.get().map_or(0, |ending| (ending.finish)(outcome))
}

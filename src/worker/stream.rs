//! The worker's own work: runs the program and streams the recording.

use std::io::{self, BufWriter};
use std::sync::Arc;
use std::time::Duration;

use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::limits::{Limits, Watch};
use crate::event::{ClockKind, FORMAT_VERSION, Header};
use crate::executor::scheduler::Scheduler;
use crate::python::{Ending, InterpreterError, Program, Settings};
use crate::trace::{Shared, Sink, TraceLayer, Writer};

/// What was recorded reaches the reader at the latest after this time, also while the program computes.
const FLUSH_EVERY: Duration = Duration::from_millis(15);

/// The header of a run of `program`.
#[must_use]
pub fn header(program: &Program, settings: &Settings, clock: ClockKind) -> Header {
    let name = program.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Header {
        loopscope: FORMAT_VERSION,
        program: name,
        source: program.source.clone(),
        seed: settings.seed,
        clock,
        lines: settings.lines,
        writer: format!("loopscope {}, RustPython 0.5.0 (Python 3.14)", env!("CARGO_PKG_VERSION")),
    }
}

/// Runs `program` and streams its recording to standard output; gives the exit code.
///
/// # Errors
/// When the interpreter breaks down.
pub fn run(program: Program, settings: Settings, limits: Limits) -> Result<i32, InterpreterError> {
    end_with_parent();
    let scheduler = Scheduler::new(ClockKind::Virtual);
    let mut writer = Writer::new(BufWriter::with_capacity(1 << 16, io::stdout()));
    writer.header(&header(&program, &settings, ClockKind::Virtual));
    writer.flush();
    let writer = Shared::new(writer);
    let watch = Shared::new(Watch::new(limits, Arc::clone(&scheduler)));
    tracing_subscriber::registry().with(TraceLayer::new((writer.clone(), watch.clone()))).init();
    flush_regularly(writer.clone());
    let ending = Ending {
        stop_reason: Box::new(move || watch.with(|watch| watch.outcome())),
        finish: Box::new(move |_| {
            // A reader that is gone needs no recording.
            drop(writer.with(Writer::finish));
            0
        }),
    };
    crate::python::run(program, settings, scheduler, ending)
}

fn flush_regularly(mut writer: Shared<Writer<BufWriter<io::Stdout>>>) {
    let flushing = move || {
        loop {
            std::thread::sleep(FLUSH_EVERY);
            writer.flush();
        }
    };
    // Without the thread the recording still comes, block by block.
    drop(std::thread::Builder::new().name("flush".to_owned()).spawn(flushing));
}

/// Asks the system to end this process when its parent ends.
fn end_with_parent() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Signal, set_parent_process_death_signal};
        // Where this is refused, the broken pipe ends the worker at its next event.
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
    }
}

//! A Rust program's own run, watched: the futures run on this thread, the player on another.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};

use tracing_subscriber::layer::SubscriberExt;

use crate::event::{ClockKind, Definition, Event, EventKind, FORMAT_VERSION, Fields, Header, RunOutcome};
use crate::executor::policy::Policy;
use crate::executor::scheduler::Scheduler;
use crate::executor::{Executor, RunError, Stdout, instrument};
use crate::trace::{Record, Sink, Stamp, TraceLayer};
use crate::tui::{self, Outcome, Start, TuiError};

/// How far the run may be ahead of the screen, in records.
const AHEAD: usize = 1 << 16;

/// Runs `main` on an [`Executor`] in virtual time and opens the player on it. When the screen is left, the run
/// is stopped.
///
/// ```no_run
/// use loopscope::executor::{sleep, spawn};
/// use std::time::Duration;
///
/// let nap = async {
///     loopscope::println!("good night");
///     sleep(Duration::from_secs(2)).await;
/// };
/// loopscope::watch(async { spawn(nap).await.expect("a nap neither panics nor is cancelled") })?;
/// # Ok::<(), loopscope::tui::TuiError>(())
/// ```
///
/// The source is shown as far as the file of the caller can be read, as it can under `cargo run`.
///
/// # Errors
/// When no screen can be opened.
#[track_caller]
pub fn watch<F: Future + 'static>(main: F) -> Result<Outcome, TuiError> {
    tui::check()?;
    let caller = std::panic::Location::caller();
    let header = Header {
        loopscope: FORMAT_VERSION,
        program: Path::new(caller.file())
            .file_name()
            .map_or_else(|| caller.file().to_owned(), |name| name.to_string_lossy().into_owned()),
        source: std::fs::read_to_string(caller.file()).unwrap_or_default(),
        seed: 0,
        clock: ClockKind::Virtual,
        lines: 0,
        writer: format!("loopscope {}, Rust", env!("CARGO_PKG_VERSION")),
    };
    let (sender, records) = sync_channel(AHEAD);
    let screen = std::thread::Builder::new()
        .name("screen".to_owned())
        .spawn(move || tui::run(Start::Live { header, records }))
        .map_err(TuiError::Terminal)?;
    let executor = Executor::with(ClockKind::Virtual, Policy::Fifo);
    executor.set_stdout(Stdout::Captured);
    let sink = Channel { sender, scheduler: Arc::clone(executor.scheduler()), seq: 0 };
    let subscriber = tracing_subscriber::registry().with(TraceLayer::new(sink));
    tracing::subscriber::with_default(subscriber, || {
        instrument::run_started(executor.scheduler());
        let outcome = match executor.block_on(main) {
            Ok(_) => RunOutcome::Finished,
            Err(RunError::Deadlock) => RunOutcome::Deadlock,
            Err(RunError::Stopped) => RunOutcome::Killed,
            Err(RunError::Panicked(text)) => {
                RunOutcome::Raised { exception: "panic".into(), text: text.into() }
            }
        };
        instrument::run_ended(executor.scheduler(), &outcome, None);
    });
    // The subscriber is gone, and with it the sender: the screen knows that nothing more will come.
    match screen.join() {
        Ok(outcome) => outcome,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// Sends the trace to the screen; a screen that is gone asks the run to stop.
struct Channel {
    sender: SyncSender<Record>,
    scheduler: Arc<Scheduler>,
    seq: u64,
}

impl Channel {
    fn send(&self, record: Record) {
        if self.sender.send(record).is_err() {
            self.scheduler.request_stop();
        }
    }
}

impl Sink for Channel {
    fn definition(&mut self, fields: &Fields<'_>) {
        if let Ok(Some(definition)) = Definition::from_fields(fields) {
            self.send(Record::Definition(definition));
        }
    }

    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>) {
        if let Ok(kind) = EventKind::from_fields(fields) {
            let Stamp { at, thread, on_loop } = stamp;
            self.send(Record::Event(Event { seq: self.seq, at, thread, on_loop, kind }));
            self.seq += 1;
        }
    }
}

//! A run of many tasks that are all alive at once: each sleeps for a second and ends.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use loopscope::event::{ClockKind, FORMAT_VERSION, Header, RunOutcome};
use loopscope::executor::{Executor, instrument, sleep, spawn};
use loopscope::model::History;
use loopscope::trace::{Reader, Record, Sink, TraceLayer, Writer};
use tracing_subscriber::layer::SubscriberExt;

/// Makes `tasks` tasks and waits for them all.
pub(crate) async fn sleepers(tasks: usize) {
    let handles: Vec<_> = (0..tasks).map(|_| spawn(sleep(Duration::from_secs(1)))).collect();
    for handle in handles {
        handle.await.expect("it neither panics nor is cancelled");
    }
}

/// Memory that is written to here and looked at there.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The recording of `tasks` sleepers, as it would stand in a file.
pub(crate) fn recording(tasks: usize) -> Vec<u8> {
    let memory = Memory::default();
    let mut writer = Writer::new(memory.clone());
    writer.header(&Header {
        loopscope: FORMAT_VERSION,
        program: "sleepers.rs".to_owned(),
        source: include_str!("sleepers.rs").to_owned(),
        seed: 0,
        clock: ClockKind::Virtual,
        lines: 0,
        writer: "benchmark".to_owned(),
    });
    let subscriber = tracing_subscriber::registry().with(TraceLayer::new(writer));
    tracing::subscriber::with_default(subscriber, || {
        let executor = Executor::new();
        instrument::run_started(executor.scheduler());
        executor.block_on(sleepers(tasks)).expect("every sleeper wakes up");
        instrument::run_ended(executor.scheduler(), &RunOutcome::Finished, None);
    });
    std::mem::take(&mut *memory.0.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Reads a recording and folds it.
pub(crate) fn open(recording: &[u8]) -> History {
    let reader = Reader::new(recording).expect("a recording");
    let mut history = History::new();
    history.set_header(reader.header().clone());
    for record in reader {
        match record.expect("a whole recording") {
            Record::Definition(definition) => history.define(definition),
            Record::Event(event) => history.push(event),
        }
    }
    history
}

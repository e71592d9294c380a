//! From `tracing` to recordings: the layer that listens, and the format that is written and read.
//!
//! ```text
//!  executor ──tracing──► TraceLayer ──Fields──► Sink ─┬─► recording::Writer ──► file or pipe
//!                                                     └─► anything else that wants the events
//!  file or pipe ──► recording::Reader ──Record──► model
//! ```

pub mod layer;
pub mod recording;

use std::sync::{Arc, Mutex, PoisonError};

use crate::event::{Fields, Header};
use crate::id::{LoopId, ThreadId};
use crate::time::Moment;

pub use layer::TraceLayer;
pub use recording::{Reader, Record, RecordError, Writer};

/// When and where an event happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// When.
    pub at: Moment,
    /// On which virtual thread.
    pub thread: ThreadId,
    /// On which loop, where one is running.
    pub on_loop: Option<LoopId>,
}

impl Default for Stamp {
    fn default() -> Self {
        Self { at: Moment::START, thread: ThreadId(1), on_loop: None }
    }
}

/// Takes the trace as it happens. A sink that fails keeps its failure to itself until it is asked:
/// an observer never disturbs the run.
pub trait Sink: Send {
    /// The run's settings; comes first.
    fn header(&mut self, _header: &Header) {}

    /// A number gets its meaning.
    fn definition(&mut self, fields: &Fields<'_>);

    /// Something happened.
    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>);

    /// What was taken so far can be seen by others from here on.
    fn flush(&mut self) {}
}

/// A sink that several owners can see into.
#[derive(Debug, Default)]
pub struct Shared<S>(Arc<Mutex<S>>);

impl<S> Clone for Shared<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S> Shared<S> {
    /// Makes `sink` shared.
    pub fn new(sink: S) -> Self {
        Self(Arc::new(Mutex::new(sink)))
    }

    /// Looks into the sink.
    pub fn with<R>(&self, look: impl FnOnce(&mut S) -> R) -> R {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<S: Sink> Sink for Shared<S> {
    fn header(&mut self, header: &Header) {
        self.with(|sink| sink.header(header));
    }

    fn definition(&mut self, fields: &Fields<'_>) {
        self.with(|sink| sink.definition(fields));
    }

    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>) {
        self.with(|sink| sink.event(stamp, fields));
    }

    fn flush(&mut self) {
        self.with(Sink::flush);
    }
}

impl<A: Sink, B: Sink> Sink for (A, B) {
    fn header(&mut self, header: &Header) {
        self.0.header(header);
        self.1.header(header);
    }

    fn definition(&mut self, fields: &Fields<'_>) {
        self.0.definition(fields);
        self.1.definition(fields);
    }

    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>) {
        self.0.event(stamp, fields);
        self.1.event(stamp, fields);
    }

    fn flush(&mut self) {
        self.0.flush();
        self.1.flush();
    }
}

impl<S: Sink> Sink for Option<S> {
    fn header(&mut self, header: &Header) {
        if let Some(sink) = self {
            sink.header(header);
        }
    }

    fn definition(&mut self, fields: &Fields<'_>) {
        if let Some(sink) = self {
            sink.definition(fields);
        }
    }

    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>) {
        if let Some(sink) = self {
            sink.event(stamp, fields);
        }
    }

    fn flush(&mut self) {
        if let Some(sink) = self {
            sink.flush();
        }
    }
}

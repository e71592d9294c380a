//! The worker: one scenario in a process of its own, streaming its recording to standard output.
//!
//! ```text
//!  loopscope ──spawns──► loopscope worker FILE ──► interpreter ──► tracing ──► recording ──► stdout (pipe)
//!      ▲                                                                                        │
//!      └────────────────────────────────────── reads ◄──────────────────────────────────────────┘
//! ```
//!
//! A scenario that runs away, crashes or eats memory dies alone; a fresh run is always clean. The pipe holds
//! the worker back when nobody reads. When the parent dies, so does the worker.

pub mod limits;
#[cfg(feature = "python")]
mod stream;

#[cfg(feature = "python")]
pub use stream::{header, run};

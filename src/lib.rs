//! loopscope shows what an event loop does: it runs an ordinary asyncio program on its own instrumented
//! executor, in virtual time, and lets you watch, step and rewind every task switch.

#[cfg(feature = "python")]
pub mod cli;
#[cfg(feature = "python")]
pub mod error;
pub mod event;
pub mod executor;
pub mod id;
pub mod model;
pub mod player;
#[cfg(feature = "python")]
pub mod python;
#[cfg(feature = "python")]
pub mod run;
pub mod scenario;
pub mod time;
pub mod trace;
pub mod tui;
#[cfg(feature = "python")]
pub mod worker;

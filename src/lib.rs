//! loopscope shows what an event loop does: it runs an ordinary asyncio program on its own instrumented
//! executor, in virtual time, and lets you watch, step and rewind every task switch.
//!
//! As a library it does the same for Rust futures: see [`executor`] and [`watch()`].
//!
//! Who may import whom; everything may import `id` and `time`:
//!
//! ```text
//!   id, time ◄── event ◄─┬─ executor ◄── python ◄─┐
//!                        ├─ trace ◄───────────────┼─ worker ◄─┐
//!                        ├─ model ◄── player ◄─┐  │           │
//!                        └─ scenario ◄─────────┴──┴── tui ◄───┴── run ◄── cli, main
//! ```

pub mod cli;
pub mod error;
pub mod event;
pub mod executor;
pub mod id;
pub mod model;
pub mod player;
#[cfg(feature = "python")]
pub mod python;
pub mod run;
pub mod scenario;
pub mod time;
pub mod trace;
pub mod tui;
pub mod watch;
pub mod worker;

pub use watch::watch;

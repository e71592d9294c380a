//! loopscope shows what an event loop does: it runs an ordinary asyncio program on its own instrumented
//! executor, in virtual time, and lets you watch, step and rewind every task switch.

pub mod event;
pub mod executor;
pub mod id;
pub mod model;
pub mod player;
pub mod scenario;
pub mod time;
pub mod trace;
pub mod tui;

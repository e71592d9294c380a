//! Python: an asyncio program on the executor.
//!
//! The language and the pure parts of asyncio (locks, queues, task groups, timeouts, runners) are RustPython's
//! and CPython's own library. Ours is what stands below them:
//!
//! ```text
//!   the program ── import asyncio ──► CPython's asyncio, frozen
//!        │                               │ tasks, futures        │ event loop
//!        │ print, time                   ▼                       ▼
//!   output.rs, clock.rs         _asyncio: future.rs,    lib/asyncio/unix_events.py
//!        │                      task.rs, registry.rs         event_loop.rs, handle.rs
//!        │                               └───────────┬───────────┘
//!        └─────────────► bridge.rs ──────► executor::core, executor::instrument
//! ```
//!
//! All uses of the virtual machine's API are in this folder, so that moving to another version of it is a
//! small change. There is one interpreter per process: each further one would leak megabytes, and a run has a
//! process of its own anyway.
#![allow(
    clippy::unused_self,
    clippy::unnecessary_wraps,
    reason = "what Python calls has the shape that Python's calling convention gives it"
)]
#![allow(
    unsafe_code,
    reason = "the virtual machine's macros generate an unsafe function per class; none is called or written here"
)]

mod address;
mod arithmetic;
mod async_iterator;
mod athrow;
mod bridge;
mod builtin_types;
mod callback;
mod clock;
mod compile;
mod context;
mod coroutine;
mod ending;
mod event_loop;
mod future;
mod handle;
mod interpreter;
mod lines;
mod module;
mod natives;
mod output;
mod place;
mod process;
mod refusal;
mod registry;
mod signals;
mod syntax;
mod task;
mod threads;
mod wording;

pub use ending::Ending;
pub use interpreter::{Compat, InterpreterError, Program, Settings, run};
pub use output::Destination;

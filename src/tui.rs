//! The terminal: gallery and player screens. Keys become actions, actions update, drawing only reads.
//!
//! ```text
//!  ┌ title: scenario, play state, speed, time, event, iteration ────────────────────────────────┐
//!  ├ source ──────────────────────────────┬ timeline ───────────────────────────────────────────┤
//!  │ the program; each task marked at the │ a row for the loop and each task, on a time axis or │
//!  │ lines where it is suspended          │ an order axis; the playhead crosses all rows        │
//!  ├ loop, at the end the sums ───────────┼ output ─────────────────────────────────────────────┤
//!  │ what runs, what is ready, the timers │ what the program printed, when and by whom          │
//!  ├──────────────────────────────────────┴─────────────────────────────────────────────────────┤
//!  │ the sentence: what happened, why, and what follows                                         │
//!  └ keys ──────────────────────────────────────────────────────────────────────────────────────┘
//!
//!  keys ──► keymap ──► Action ──► App::update ──► Effect ──► driver (spawn, stop, quit)
//!  worker, file, program ──► Feed ──► App::take ──► Player ──┐
//!  time that passes ─────────────────► App::advance ─────────┴─► App ──► screen::draw
//! ```
//!
//! One thread and one `select` (`driver`) bring these together; nothing is drawn while nothing changes.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc;

use thiserror::Error;

use crate::event::Header;
use crate::scenario::{Catalog, ScenarioError, ScenarioSource};
use crate::trace::{Record, RecordError};

pub mod action;
pub mod app;
pub mod command;
pub mod config;
pub mod direction;
mod driver;
mod editor;
mod feed;
pub mod gallery;
pub mod keymap;
pub mod mouse;
pub mod panel;
pub mod prompt;
mod saved;
pub mod screen;
pub mod session;
pub mod source_text;
pub mod spot;
mod terminal;
pub mod text;
pub mod theme;
pub mod viewport;
mod watcher;

pub use config::Config;
pub use feed::FeedEnd;
pub use terminal::{ThreadPanic, check};
pub use theme::Theme;

/// What the screen opens with.
#[derive(Debug)]
pub enum Start {
    /// The list of a catalogue's scenarios.
    Gallery(&'static Catalog),
    /// A scenario, run by a worker.
    Scenario {
        /// Which one.
        source: ScenarioSource,
        /// What it finds in `sys.argv`.
        args: Vec<String>,
    },
    /// A recording from a file.
    Recording(PathBuf),
    /// A run in this process.
    Live {
        /// How the run is set up.
        header: Header,
        /// What happens in it, as it happens.
        records: mpsc::Receiver<Record>,
    },
}

/// How the screen was left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Somebody wanted to.
    Quit,
    /// A signal ended it.
    Signal(i32),
}

impl Outcome {
    /// The exit code, by the shells' convention.
    #[must_use]
    pub const fn exit_code(self) -> i32 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => 128 + number,
        }
    }
}

/// Why there is no screen, or no longer.
#[derive(Debug, Error)]
pub enum TuiError {
    /// There is no terminal to draw on.
    #[error(
        "no screen can be opened: {0}; `loopscope run FILE` runs a scenario and prints, `loopscope --help` says more"
    )]
    NoTerminal(String),
    /// The terminal failed.
    #[error("the terminal: {0}")]
    Terminal(#[source] io::Error),
    /// The worker could not be started.
    #[error("the worker could not be started: {0}")]
    Worker(#[source] io::Error),
    /// The scenario cannot be had.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// The recording cannot be read.
    #[error("{}: {why}", path.display())]
    Recording {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        why: RecordError,
    },
    /// A thread of loopscope's own panicked.
    #[error("thread {:?} panicked: {}", .0.thread, .0.message)]
    Panicked(ThreadPanic),
}

impl TuiError {
    /// The exit code that goes with it.
    #[must_use]
    pub const fn exit_code(&self) -> i32 {
        match self {
            Self::NoTerminal(_) | Self::Scenario(_) | Self::Recording { .. } => 2,
            Self::Terminal(_) | Self::Worker(_) => 1,
            // What Rust itself does after a panic.
            Self::Panicked(_) => 101,
        }
    }
}

/// Opens the screen, and closes it again whatever happens.
///
/// # Errors
/// When no screen can be opened, or what was asked for cannot be had.
pub fn run(start: Start) -> Result<Outcome, TuiError> {
    run_with(start, Options { theme: Theme::from_environment(false), ..Options::default() })
}

/// How the screen opens.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How everything looks.
    pub theme: Theme,
    /// What somebody has chosen once for all.
    pub config: Config,
    /// Options for every worker.
    pub worker: Vec<String>,
    /// Something to be said first, a line each.
    pub notices: Vec<String>,
}

/// Opens the screen as the caller chooses.
///
/// # Errors
/// As [`run`].
pub fn run_with(start: Start, options: Options) -> Result<Outcome, TuiError> {
    check()?;
    driver::drive(start, options)
}

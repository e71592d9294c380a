//! What can keep the command line program from doing what it was asked for; printed once, in `main`.

use std::io;
use std::path::PathBuf;

use crate::scenario::ScenarioError;
use crate::tui::TuiError;

/// An error of the command line program.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The program to run cannot be had.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// The recording cannot be written.
    #[error("cannot write the recording to {path}: {why}", path = path.display())]
    Record {
        /// Where to.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// The new program cannot be written.
    #[error("cannot write a program called {path}: {why}", path = path.display())]
    New {
        /// Its name.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// There is a program of this name.
    #[error("{}: there is a program of this name already, and it stays as it is; choose another", .0.display())]
    Exists(PathBuf),
    /// The recording would take a program's place.
    #[error("{}: a recording is not written over a program; give it a name that ends in .jsonl", .0.display())]
    OverProgram(PathBuf),
    /// What is to be run is a recording.
    #[error("{0}: this is a recording; `loopscope {0}` plays it")]
    IsRecording(String),
    /// The interpreter broke down.
    #[cfg(feature = "python")]
    #[error("{0}; that is a mistake of loopscope or of the interpreter in it, not of your program")]
    Interpreter(#[from] crate::python::InterpreterError),
    /// Built without Python.
    #[cfg(not(feature = "python"))]
    #[error(
        "this loopscope was built without Python: it plays recordings but runs no programs; build it with the feature `python`"
    )]
    NoPython,
    /// The screen cannot be had, or broke down.
    #[error(transparent)]
    Tui(#[from] TuiError),
}

impl Error {
    /// The exit code that goes with it; 70 is what BSD's `sysexits.h` calls an internal software error.
    #[must_use]
    pub const fn exit_code(&self) -> i32 {
        match self {
            #[cfg(feature = "python")]
            Self::Interpreter(_) => 70,
            Self::Tui(error) => error.exit_code(),
            _ => 2,
        }
    }
}

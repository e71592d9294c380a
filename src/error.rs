//! What can go wrong before a program runs, each with place and remedy.

use std::io;
use std::path::PathBuf;

use crate::scenario::ScenarioError;

/// An error of the command line program; printed once, in `main`.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The program to run could not be had.
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
    /// The interpreter broke down.
    #[cfg(feature = "python")]
    #[error("{0}; this is a mistake of loopscope or of the interpreter in it, not of your program")]
    Interpreter(#[from] crate::python::InterpreterError),
    /// Built without Python.
    #[cfg(not(feature = "python"))]
    #[error("this loopscope was built without Python; recordings can be played, programs not run")]
    NoPython,
}

impl Error {
    /// The exit code: 1 as under Python where a file cannot be run, 70 where this program is to blame, 2 else.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            #[cfg(feature = "python")]
            Self::Interpreter(_) => 70,
            _ => 2,
        }
    }
}

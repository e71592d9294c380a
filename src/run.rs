//! What the program does, from the command line to the exit code.

#[cfg(feature = "python")]
mod program;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::cli::{Cli, Command};
use crate::error::Error;
use crate::scenario::{Catalog, ScenarioSource};
use crate::tui::{self, Start, Theme};

/// Does what the command line asks for; gives the exit code.
///
/// # Errors
/// What could not be done, to be printed.
pub fn run(cli: Cli) -> Result<i32, Error> {
    match cli.command {
        #[cfg(feature = "python")]
        Some(Command::Run(run)) => program::run(&run),
        #[cfg(feature = "python")]
        Some(Command::Worker(worker)) => program::work(worker),
        #[cfg(not(feature = "python"))]
        Some(Command::Run(_) | Command::Worker(_)) => Err(Error::NoPython),
        Some(Command::List) => Ok(list()),
        None => {
            let theme = Theme::from_environment(cli.ascii);
            let options = cli.bounds.to_options();
            Ok(tui::run_with(start(cli.target, cli.args), theme, options)?.exit_code())
        }
    }
}

/// What the screen opens with.
fn start(target: Option<String>, args: Vec<String>) -> Start {
    match target {
        None => Start::Gallery,
        Some(target) if is_recording(Path::new(&target)) => Start::Recording(PathBuf::from(target)),
        Some(target) => Start::Scenario { source: ScenarioSource::from_argument(&target), args },
    }
}

/// A recording is known by its name, or by how it begins.
fn is_recording(path: &Path) -> bool {
    const BEGINNING: &[u8] = b"{\"loopscope\":";
    if path.extension() == Some(OsStr::new("jsonl")) {
        return true;
    }
    if path.extension() == Some(OsStr::new("py")) || !path.is_file() {
        return false;
    }
    let mut beginning = Vec::new();
    let read =
        File::open(path).and_then(|file| file.take(BEGINNING.len() as u64).read_to_end(&mut beginning));
    read.is_ok() && beginning == BEGINNING
}

fn list() -> i32 {
    // Whoever closed the pipe has read enough.
    drop(write_list(&mut io::stdout().lock()));
    0
}

fn write_list(out: &mut impl Write) -> io::Result<()> {
    for chapter in Catalog::embedded().chapters() {
        writeln!(out, "{} ({})", chapter.title, chapter.scenarios.len())?;
        for scenario in &chapter.scenarios {
            writeln!(out, "  {:<28} {}", scenario.name, scenario.title())?;
        }
    }
    Ok(())
}

//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::time::Delay;
use crate::tui::theme::Scheme;
use crate::worker::limits::Limits;

/// Shows what an event loop does: runs an asyncio program in virtual time and lets you watch, step and rewind
/// every task switch.
#[derive(Clone, Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Cli {
    /// What to do; without it, TARGET is watched.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// How chance and limits are set.
    #[command(flatten)]
    pub bounds: Bounds,

    /// Draw with ASCII characters only.
    #[arg(long)]
    pub ascii: bool,

    /// The colours: terminal, dark, light, high-contrast, colour-blind, monochrome.
    #[arg(long, value_name = "NAME", value_parser = scheme)]
    pub theme: Option<Scheme>,

    /// Leave the mouse to the terminal.
    #[arg(long)]
    pub no_mouse: bool,

    /// Do not run a program again when it is saved.
    #[arg(long)]
    pub no_reload: bool,

    /// Open large and sparse, for a class.
    #[arg(long)]
    pub classroom: bool,

    /// The configuration to use; `loopscope config` says which one is used otherwise.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// A Python file, the name of a scenario, a recording, or a folder of programs; without it, the gallery opens.
    pub target: Option<String>,

    /// What the program finds in `sys.argv` after its own name.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<String>,
}

/// The commands besides watching.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Run a program without the screen: its own output, and Python's exit code.
    Run(Run),
    /// List the scenarios, by chapters.
    List {
        /// A folder of programs; those that come with loopscope if it is left out.
        folder: Option<PathBuf>,
    },
    /// Write a program to begin with: NAME.py.
    New {
        /// Its name, perhaps with a folder before it.
        name: PathBuf,
    },
    /// Print where the configuration belongs, and a file to begin with: everything that can be set, and all keys.
    Config,
    /// Run a scenario and stream its recording (for the program itself).
    #[command(hide = true)]
    Worker(Worker),
}

/// `loopscope run`.
#[derive(Clone, Debug, Args)]
pub struct Run {
    /// Write the recording to this file; `loopscope OUT.jsonl` plays it.
    #[arg(long, value_name = "OUT.jsonl")]
    pub record: Option<PathBuf>,

    /// Add a last line to standard error: virtual and real time, tasks, events.
    #[arg(long)]
    pub summary: bool,

    /// Really wait instead of letting virtual time jump.
    #[arg(long)]
    pub real_time: bool,

    /// Record the program's lines too, as they begin, up to this many.
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub lines: u32,

    /// How chance and limits are set.
    #[command(flatten)]
    pub bounds: Bounds,

    /// The Python file, or the name of a scenario.
    pub file: String,

    /// What the program finds in `sys.argv` after its own name; options after the first of them are its own.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<String>,
}

/// Lines recorded for the screen: enough for any program one would step through line by line.
const WATCHED_LINES: u32 = 20_000;

/// `loopscope worker`.
#[derive(Clone, Debug, Args)]
pub struct Worker {
    /// FILE is the name of a scenario, whatever files there are.
    #[arg(long)]
    pub catalog: bool,

    /// Record the program's lines as they begin, up to this many.
    #[arg(long, default_value_t = WATCHED_LINES, value_name = "N")]
    pub lines: u32,

    /// How chance and limits are set.
    #[command(flatten)]
    pub bounds: Bounds,

    /// The Python file, or the name of a scenario.
    pub file: String,

    /// The program's arguments.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<String>,
}

/// Chance and limits of a run.
#[derive(Clone, Copy, Debug, Args)]
pub struct Bounds {
    /// Fixes string hashing, `random`, `os.urandom` and the like.
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub seed: u64,

    /// Let forms of asyncio work that were removed after this Python: 3.8.
    #[arg(long, value_name = "VERSION")]
    pub compat: Option<OldPython>,

    /// End the run after this many events.
    #[arg(long, default_value_t = Limits::default().events, value_name = "N")]
    pub max_events: u64,

    /// End the run after this much virtual time, in seconds.
    #[arg(long, default_value_t = Limits::default().time.as_secs_f64(), value_name = "SECONDS", value_parser = seconds)]
    pub max_time: f64,

    /// End the run after this many bytes of output.
    #[arg(long, default_value_t = Limits::default().output, value_name = "BYTES")]
    pub max_output: u64,
}

/// A Python whose removed forms can be asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum OldPython {
    /// The last one before the great removals.
    #[value(name = "3.8")]
    V3_8,
}

fn scheme(name: &str) -> Result<Scheme, String> {
    let names = || Scheme::ALL.map(Scheme::name).join(", ");
    Scheme::named(name).ok_or_else(|| format!("the themes are {}", names()))
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if seconds > 0.0 => Ok(seconds),
        _ => Err("a number of seconds above 0 is needed".to_owned()),
    }
}

impl Bounds {
    /// The same on the command line of a worker.
    #[must_use]
    pub fn to_options(self) -> Vec<String> {
        let mut options = vec![
            format!("--seed={}", self.seed),
            format!("--max-events={}", self.max_events),
            format!("--max-time={}", self.max_time),
            format!("--max-output={}", self.max_output),
        ];
        if let Some(OldPython::V3_8) = self.compat {
            options.push("--compat=3.8".to_owned());
        }
        options
    }

    /// The limits.
    #[must_use]
    pub fn limits(self) -> Limits {
        Limits { events: self.max_events, time: Delay::from_secs_f64(self.max_time), output: self.max_output }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn options_after_the_programs_first_argument_are_its_own() {
        let cli = Cli::parse_from(["loopscope", "run", "a.py", "--summary", "x", "--summary", "--record"]);
        let Some(Command::Run(run)) = cli.command else { panic!("run was expected") };
        assert!(run.summary);
        assert_eq!(run.args, ["x", "--summary", "--record"]);
    }
}

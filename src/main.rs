//! The command line program: parse, run, print the error, exit.

use std::process::ExitCode;

use clap::Parser;
use loopscope::cli::Cli;

fn main() -> ExitCode {
    match loopscope::run::run(Cli::parse()) {
        Ok(code) => ExitCode::from(code as u8),
        Err(error) => {
            eprintln!("loopscope: {error}");
            ExitCode::from(error.exit_code() as u8)
        }
    }
}

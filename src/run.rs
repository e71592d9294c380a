//! What the program does, from the command line to the exit code.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::cli::{self, Cli, Command};
use crate::error::Error;
use crate::event::{ClockKind, RunOutcome};
use crate::executor::clock::Stopwatch;
use crate::executor::scheduler::Scheduler;
use crate::python::{self, Destination, Ending, Program, Settings};
use crate::scenario::{Catalog, ScenarioSource};
use crate::trace::{Shared, Sink, TraceLayer, Writer};
use crate::worker::{self, limits::Watch};

/// A deadlock, or a limit that was reached.
const EXIT_DEADLOCK: i32 = 3;
/// See [`EXIT_DEADLOCK`].
const EXIT_LIMIT: i32 = 4;
/// The recording could not be written.
const EXIT_RECORDING: i32 = 5;

/// Does what the command line asks for; gives the exit code.
///
/// # Errors
/// What could not be done, to be printed.
pub fn run(cli: Cli) -> Result<i32, Error> {
    match cli.command {
        Some(Command::Run(run)) => run_program(&run),
        Some(Command::List) => list(),
        Some(Command::Worker(worker)) => {
            let program = load(&worker.file, worker.args)?;
            Ok(worker::run(program, worker.bounds.seed, worker.bounds.limits())?)
        }
        None => watch(cli.target, cli.args),
    }
}

fn watch(target: Option<String>, args: Vec<String>) -> Result<i32, Error> {
    let _ = (target, args);
    Ok(0)
}

/// The program that was asked for: a file, or a scenario of the catalogue.
fn load(argument: &str, args: Vec<String>) -> Result<Program, Error> {
    let source = ScenarioSource::from_argument(argument);
    let scenario = source.load()?;
    let path = match &source {
        ScenarioSource::File(path) => std::path::absolute(path).unwrap_or_else(|_| path.clone()),
        ScenarioSource::Catalog(_) => PathBuf::from(scenario.file_name()),
    };
    Ok(Program { path, source: scenario.source.into_owned(), args })
}

fn list() -> Result<i32, Error> {
    let mut text = String::new();
    for chapter in Catalog::embedded().chapters() {
        text.push_str(&format!("{}\n", chapter.title));
        for scenario in &chapter.scenarios {
            text.push_str(&format!("  {:<28} {}\n", scenario.name, scenario.title()));
        }
    }
    // Whoever closed the pipe has read enough.
    drop(io::stdout().write_all(text.as_bytes()));
    Ok(0)
}

type FileWriter = Shared<Writer<BufWriter<File>>>;

fn run_program(run: &cli::Run) -> Result<i32, Error> {
    let program = load(&run.file, run.args.clone())?;
    let clock = if run.real_time { ClockKind::Real } else { ClockKind::Virtual };
    let scheduler = Scheduler::new(clock);
    let writer = run.record.as_deref().map(|path| open_recording(path, &program, run, clock)).transpose()?;
    let watch = Shared::new(Watch::new(run.bounds.limits(), Arc::clone(&scheduler)));
    tracing_subscriber::registry().with(TraceLayer::new((writer.clone(), watch.clone()))).init();
    let settings = Settings { seed: run.bounds.seed, destination: Destination::Process };
    let report = Report {
        watch: watch.clone(),
        writer,
        path: run.record.clone().unwrap_or_default(),
        summary: run.summary,
        real: Stopwatch::start(),
        scheduler: Arc::clone(&scheduler),
    };
    let ending = Ending {
        stop_reason: Box::new(move || {
            watch.with(|watch| watch.exceeded().map_or(RunOutcome::Killed, RunOutcome::Limit))
        }),
        finish: Box::new(move |outcome| report.finish(outcome)),
    };
    Ok(python::run(program, settings, scheduler, ending)?)
}

fn open_recording(
    path: &Path,
    program: &Program,
    run: &cli::Run,
    clock: ClockKind,
) -> Result<FileWriter, Error> {
    let file = File::create(path).map_err(|why| Error::Record { path: path.to_owned(), why })?;
    let mut writer = Writer::new(BufWriter::with_capacity(1 << 16, file));
    writer.header(&worker::header(program, run.bounds.seed, clock));
    Ok(Shared::new(writer))
}

/// What is said and done at the end of `loopscope run`.
struct Report {
    watch: Shared<Watch>,
    writer: Option<FileWriter>,
    path: PathBuf,
    summary: bool,
    real: Stopwatch,
    scheduler: Arc<Scheduler>,
}

impl Report {
    /// Gives the exit code where it is not the program's own.
    fn finish(&self, outcome: &RunOutcome) -> i32 {
        let mut code = match outcome {
            RunOutcome::Deadlock => {
                eprintln!("loopscope: deadlock");
                EXIT_DEADLOCK
            }
            RunOutcome::Limit(kind) => {
                eprintln!("loopscope: {}", self.watch.with(|watch| watch.explain(*kind)));
                EXIT_LIMIT
            }
            _ => 0,
        };
        if let Some(Err(why)) = self.writer.as_ref().map(|writer| writer.with(Writer::finish)) {
            eprintln!("loopscope: the recording {} is not complete: {why}", self.path.display());
            code = if code == 0 { EXIT_RECORDING } else { code };
        }
        if self.summary {
            let elapsed = self.scheduler.clock().look();
            let (tasks, events) = self.watch.with(|watch| (watch.tasks(), watch.events()));
            let real = self.real.elapsed();
            eprintln!("loopscope: {elapsed} s virtual, {real} s real, {tasks} tasks, {events} events");
        }
        code
    }
}

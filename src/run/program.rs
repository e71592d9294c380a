//! `loopscope run`: a program without the screen, with its own output and Python's exit code.

use std::ffi::OsStr;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::is_recording;
use crate::cli::{self, OldPython};
use crate::error::Error;
use crate::event::{ClockKind, Event, EventKind, Fields, Header, RunOutcome};
use crate::executor::clock::Stopwatch;
use crate::executor::scheduler::Scheduler;
use crate::model::Model;
use crate::model::diagnosis::{self, Scene};
use crate::python::{self, Compat, Destination, Ending, Program, Settings};
use crate::scenario::ScenarioSource;
use crate::trace::{Shared, Sink, Stamp, TraceLayer, Writer};
use crate::worker::{self, limits::Watch};

/// Nothing could ever happen any more.
const EXIT_DEADLOCK: i32 = 3;
/// A limit was reached.
const EXIT_LIMIT: i32 = 4;
/// The program is through, but its recording is not complete.
const EXIT_RECORDING: i32 = 5;

/// `loopscope worker`.
pub(super) fn work(worker: cli::Worker) -> Result<i32, Error> {
    let source = if worker.catalog {
        ScenarioSource::Catalog(worker.file)
    } else {
        ScenarioSource::from_argument(&worker.file)
    };
    let program = load(&source, worker.args)?;
    let settings = settings(&worker.bounds, &program, Destination::Recording, worker.lines);
    Ok(worker::run(program, settings, worker.bounds.limits())?)
}

/// The program that was asked for: a file, or a scenario of the catalogue.
fn load(source: &ScenarioSource, args: Vec<String>) -> Result<Program, Error> {
    let scenario = source.load()?;
    let path = match source {
        ScenarioSource::File(path) => std::path::absolute(path).unwrap_or_else(|_| path.clone()),
        ScenarioSource::Catalog(_) => PathBuf::from(scenario.file_name()),
    };
    let name = match source {
        ScenarioSource::File(path) => path.to_string_lossy().into_owned(),
        ScenarioSource::Catalog(_) => scenario.file_name(),
    };
    Ok(Program { path, name, source: scenario.source.into_owned(), args })
}

/// What forms of asyncio are to work: what the command line says, or the program itself in a comment before its
/// first line of code, `# compat: 3.8`.
fn compat(bounds: &cli::Bounds, program: &Program) -> Compat {
    let comments = program.source.lines().take_while(|line| line.starts_with('#') || line.trim().is_empty());
    let mut versions = comments.filter_map(|line| line.strip_prefix("# compat:"));
    let asked_for = versions.any(|version| version.trim() == "3.8");
    if asked_for || bounds.compat == Some(OldPython::V3_8) { Compat::V3_8 } else { Compat::Current }
}

fn settings(bounds: &cli::Bounds, program: &Program, destination: Destination, lines: u32) -> Settings {
    Settings { seed: bounds.seed, destination, compat: compat(bounds, program), lines }
}

type FileWriter = Shared<Writer<BufWriter<File>>>;

/// `loopscope run`.
pub(super) fn run(run: &cli::Run) -> Result<i32, Error> {
    let real = Stopwatch::start();
    if is_recording(Path::new(&run.file)) {
        return Err(Error::IsRecording(run.file.clone()));
    }
    let program = load(&ScenarioSource::from_argument(&run.file), run.args.clone())?;
    let clock = if run.real_time { ClockKind::Real } else { ClockKind::Virtual };
    let scheduler = Scheduler::new(clock);
    if let Some(path) = &run.record {
        refuse_to_overwrite(path, &program)?;
    }
    let settings = settings(&run.bounds, &program, Destination::Process, run.lines);
    let header = worker::header(&program, &settings, clock);
    let writer = run.record.as_deref().map(|path| open_recording(path, &header)).transpose()?;
    let watch = Shared::new(Watch::new(run.bounds.limits(), Arc::clone(&scheduler)));
    let situation = Shared::new(Situation::default());
    let sinks = (writer.clone(), (watch.clone(), situation.clone()));
    tracing_subscriber::registry().with(TraceLayer::new(sinks)).init();
    let report = Report {
        watch: watch.clone(),
        situation,
        program: header.program,
        writer,
        path: run.record.clone().unwrap_or_default(),
        summary: run.summary,
        real,
        scheduler: Arc::clone(&scheduler),
    };
    let ending = Ending {
        stop_reason: Box::new(move || watch.with(|watch| watch.outcome())),
        finish: Box::new(move |outcome| report.finish(outcome)),
    };
    Ok(python::run(program, settings, scheduler, ending)?)
}

/// A recording must not take the place of a program, least of all of the one that it is made of.
fn refuse_to_overwrite(path: &Path, program: &Program) -> Result<(), Error> {
    let same = path.canonicalize().is_ok_and(|path| program.path.canonicalize().is_ok_and(|own| own == path));
    if same || path.extension() == Some(OsStr::new("py")) {
        return Err(Error::OverProgram(path.to_owned()));
    }
    Ok(())
}

fn open_recording(path: &Path, header: &Header) -> Result<FileWriter, Error> {
    let file = File::create(path).map_err(|why| Error::Record { path: path.to_owned(), why })?;
    let mut writer = Writer::new(BufWriter::with_capacity(1 << 16, file));
    writer.header(header);
    Ok(Shared::new(writer))
}

/// How things stand, without their history: with what the numbers mean, enough to explain a deadlock.
#[derive(Default)]
struct Situation {
    model: Model,
    seq: u64,
}

impl Sink for Situation {
    /// The watch beside it keeps these.
    fn definition(&mut self, _: &Fields<'_>) {}

    fn event(&mut self, Stamp { at, thread, on_loop }: Stamp, fields: &Fields<'_>) {
        if let Ok(kind) = EventKind::from_fields(fields) {
            self.model.apply(&Event { seq: self.seq, at, thread, on_loop, kind });
            self.seq += 1;
        }
    }
}

/// Whether the program's own exit code is 0.
const fn succeeded(outcome: &RunOutcome) -> bool {
    matches!(outcome, RunOutcome::Finished | RunOutcome::Exited(0))
}

/// What is said and done at the end of `loopscope run`.
struct Report {
    watch: Shared<Watch>,
    situation: Shared<Situation>,
    /// The program's own file, by its bare name.
    program: String,
    writer: Option<FileWriter>,
    path: PathBuf,
    summary: bool,
    real: Stopwatch,
    scheduler: Arc<Scheduler>,
}

impl Report {
    fn deadlock(&self) -> Vec<String> {
        self.watch.with(|watch| {
            self.situation.with(|situation| {
                diagnosis::deadlock(Scene {
                    model: &situation.model,
                    dictionary: watch.dictionary(),
                    program: &self.program,
                })
            })
        })
    }

    /// Gives the exit code where it is not the program's own.
    fn finish(&self, outcome: &RunOutcome) -> i32 {
        let code = match outcome {
            RunOutcome::Deadlock => {
                eprintln!("loopscope: {}", self.deadlock().join("\n"));
                EXIT_DEADLOCK
            }
            RunOutcome::Limit(kind) => {
                eprintln!("loopscope: {}", self.watch.with(|watch| watch.explain(*kind)));
                EXIT_LIMIT
            }
            _ => 0,
        };
        let recorded = self.writer.as_ref().map_or(Ok(()), |writer| writer.with(Writer::finish));
        if self.summary {
            let elapsed = self.scheduler.clock().look();
            let (tasks, events) = self.watch.with(|watch| (watch.tasks(), watch.events()));
            let real = self.real.elapsed();
            // The line has one shape, for whoever reads it by program.
            eprintln!("loopscope: {elapsed} s virtual, {real} s real, {tasks} tasks, {events} events");
        }
        match recorded {
            Err(why) => {
                eprintln!("loopscope: the recording {} is not complete: {why}", self.path.display());
                if code == 0 && succeeded(outcome) { EXIT_RECORDING } else { code }
            }
            Ok(()) => code,
        }
    }
}

//! The interpreter: set up so that every run is the same, and run once.

use std::any::Any;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyDict};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::compiler::Mode;
use rustpython_vm::{AsObject, Interpreter, PyObjectRef, PyResult, Settings as VmSettings, VirtualMachine};

use super::async_iterator::PyAsyncIterator;
use super::athrow::PyAthrow;
use super::bridge::{self, shown_exception};
use super::ending::{self, Ending};
use super::event_loop::PyLoopCore;
use super::future::{PyFuture, PyFutureIter};
use super::handle::{PyHandle, PyTimerHandle};
use super::output::{self, Destination};
use super::place::Places;
use super::signals::PySignalHandler;
use super::task::{PyTask, PyTaskStep, PyTaskWakeup};
use super::threads::{PyLock, PyRLock, PyThreadHandle};
use super::{
    address, arithmetic, builtin_types, compile, context, coroutine, lines, module, natives, process,
    registry, threads, wording,
};
use crate::event::RunOutcome;
use crate::executor::instrument;
use crate::executor::scheduler::Scheduler;
use crate::id::ChainId;

/// The virtual machine recurses on the machine's stack; it is reserved, not used, memory.
const STACK: usize = 256 << 20;

/// The shells' code for a program that was interrupted.
const EXIT_INTERRUPTED: i32 = 130;

/// CPython's code for standard output that could not be flushed at the end.
const EXIT_FLUSH_FAILED: i32 = 120;

/// Exceptions that one was raised from, and that from another, are followed so far.
const LONGEST_CHAIN: usize = 64;

/// Our own modules: they replace the library's of the same name.
const FROZEN: &rustpython_vm::frozen::FrozenLib =
    rustpython_vm::py_freeze!(dir = "lib", crate_name = "rustpython_vm");

/// The program to run.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its absolute path, or a name in angle brackets where it is no file.
    pub path: PathBuf,
    /// What it finds as `sys.argv[0]`: its path as it was given.
    pub name: String,
    /// Its text.
    pub source: String,
    /// What follows `argv[0]`.
    pub args: Vec<String>,
}

/// Which forms of asyncio work.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Compat {
    /// Those of Python 3.11 to 3.13.
    #[default]
    Current,
    /// Also those that were removed after 3.8: `@asyncio.coroutine`, bare coroutines in `wait`, `loop=`.
    V3_8,
}

/// How to run it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Fixes string hashing, `random` and what is like it.
    pub seed: u64,
    /// Where its output goes besides the trace.
    pub destination: Destination,
    /// Which forms of asyncio work.
    pub compat: Compat,
    /// How many of its lines are recorded as they begin, at most.
    pub lines: u32,
}

/// Runs the program to its end and gives the exit code. Once per process: each further interpreter would leak megabytes.
///
/// # Errors
/// When the machine has no thread to spare, or the interpreter itself breaks down (the text says how).
pub fn run(
    program: Program,
    settings: Settings,
    scheduler: Arc<Scheduler>,
    ending: Ending,
) -> Result<i32, InterpreterError> {
    let places = Places::new(&program.path.to_string_lossy());
    bridge::install(scheduler, places);
    output::install(settings.destination);
    ending::install(ending);
    let subscriber = tracing::dispatcher::get_default(Clone::clone);
    say_nothing_of_panics();
    let interpreter = thread::Builder::new()
        .name("interpreter".to_owned())
        .stack_size(STACK)
        .spawn(move || tracing::dispatcher::with_default(&subscriber, || run_here(&program, settings)))
        .map_err(InterpreterError::NoThread)?;
    interpreter.join().map_err(|panic| InterpreterError::panicked(&*panic))
}

/// A panic of the interpreter becomes an error with a message of its own; a backtrace of ours helps nobody.
fn say_nothing_of_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Why a run could not be made.
#[derive(Debug, thiserror::Error)]
pub enum InterpreterError {
    /// The machine has no thread to spare.
    #[error("cannot start the interpreter's thread: {0}")]
    NoThread(std::io::Error),
    /// The interpreter broke down; it is not the program's fault.
    #[error("the embedded interpreter broke down: {0}")]
    Panicked(String),
}

impl InterpreterError {
    /// From what a thread of the interpreter left behind.
    pub(super) fn panicked(panic: &(dyn Any + Send)) -> Self {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        Self::Panicked(text.unwrap_or("no reason given").to_owned())
    }
}

fn run_here(program: &Program, settings: Settings) -> i32 {
    let interpreter = build(program, settings);
    instrument::run_started(&bridge::bridge().scheduler);
    interpreter.enter(|vm| {
        let result = prepare(program, settings, vm).and_then(|()| run_main(program, settings.lines, vm));
        let outcome = match &result {
            Ok(()) => RunOutcome::Finished,
            Err(error) => outcome_of(error, vm),
        };
        let bridge = bridge::bridge();
        let places = |error| bridge.places.traceback(error, bridge.scheduler.names(), vm);
        let traceback = result.as_ref().err().and_then(places);
        finalize(result.err(), (outcome, traceback), vm)
    })
}

fn build(program: &Program, settings: Settings) -> Interpreter {
    let mut argv = vec![program.name.clone()];
    argv.extend(program.args.iter().cloned());
    let mut vm_settings = VmSettings::default();
    vm_settings.argv = argv;
    vm_settings.hash_seed = Some(settings.seed as u32);
    vm_settings.import_site = false;
    vm_settings.user_site_directory = false;
    vm_settings.write_bytecode = false;
    // Files are UTF-8 unless the program says otherwise, whatever the machine's locale.
    vm_settings.utf8_mode = 1;
    let builder = Interpreter::builder(vm_settings);
    make_types();
    let library = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
    let ours = [
        context::module_def(&builder.ctx),
        registry::module_def(&builder.ctx),
        module::module_def(&builder.ctx),
        process::module_def(&builder.ctx),
        threads::module_def(&builder.ctx),
    ];
    builder
        .add_native_modules(&library)
        .add_native_modules(&ours)
        .add_frozen_modules(rustpython_pylib::FROZEN_STDLIB)
        .add_frozen_modules(FROZEN)
        .build()
}

/// Makes our types before anything can use one: the modules that show them are imported later, if at all.
fn make_types() {
    PyAsyncIterator::make_static_type();
    PyAthrow::make_static_type();
    PyFuture::make_static_type();
    PyFutureIter::make_static_type();
    PyTask::make_static_type();
    PyTaskWakeup::make_static_type();
    PyTaskStep::make_static_type();
    PyHandle::make_static_type();
    PyTimerHandle::make_static_type();
    PyLoopCore::make_static_type();
    PyLock::make_static_type();
    PySignalHandler::make_static_type();
    PyRLock::make_static_type();
    PyThreadHandle::make_static_type();
    context::make_types();
}

/// Replaces time, output and chance by ours, before anything of the program runs.
fn prepare(program: &Program, settings: Settings, vm: &VirtualMachine) -> PyResult<()> {
    compile::install(vm)?;
    builtin_types::install(vm)?;
    arithmetic::install(vm);
    natives::install(vm);
    address::install(vm);
    coroutine::watch(vm);
    wording::install(vm);
    let boot = vm.import("_loopscope_boot", 0)?;
    let folder = program.path.parent().map(|folder| folder.to_string_lossy().into_owned());
    let compat = match settings.compat {
        Compat::Current => "",
        Compat::V3_8 => "3.8",
    };
    let has_terminal = settings.destination == Destination::Process;
    let args = (settings.seed, folder.unwrap_or_default(), compat, has_terminal);
    vm.call_method(&boot, "prepare", args).map(drop)
}

fn run_main(program: &Program, lines: u32, vm: &VirtualMachine) -> PyResult<()> {
    let scope = vm.new_scope_with_main()?;
    let path = program.path.to_string_lossy().into_owned();
    scope.globals.set_item("__file__", vm.ctx.new_str(&*path).into(), vm)?;
    scope.globals.set_item("__cached__", vm.ctx.none(), vm)?;
    let code = compile::compile(&program.source, &path, Mode::Exec, vm)?;
    lines::record(lines, vm)?;
    vm.run_code_obj(code, scope).map(drop)
}

fn outcome_of(error: &PyBaseExceptionRef, vm: &VirtualMachine) -> RunOutcome {
    if error.fast_isinstance(vm.ctx.exceptions.system_exit) {
        return RunOutcome::Exited(0);
    }
    let (exception, text) = shown_exception(error, vm);
    RunOutcome::Raised { exception, text }
}

/// What CPython does at the end: reports the exception, waits for threads, runs exit handlers, flushes.
fn finalize(
    error: Option<PyBaseExceptionRef>,
    (outcome, traceback): (RunOutcome, Option<ChainId>),
    vm: &VirtualMachine,
) -> i32 {
    let mut flushed = output::flush_all(vm);
    let interrupted =
        error.as_ref().is_some_and(|error| error.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt));
    let mut code = match error {
        None => 0,
        Some(error) if interrupted => {
            vm.print_exception(error);
            EXIT_INTERRUPTED
        }
        Some(error) => {
            let code = vm.handle_exit_exception(error.clone()).cast_signed();
            explain(error.clone(), vm);
            release(&error, vm);
            code
        }
    };
    if let Ok(boot) = vm.import("_loopscope_boot", 0)
        && let Err(error) = vm.call_method(&boot, "finish", ())
    {
        vm.print_exception(error);
    }
    let_go(vm);
    flushed = flushed.and(output::flush_all(vm));
    if let Err(why) = flushed
        && code == 0
    {
        eprintln!("loopscope: standard output could not be written to its end: {why}");
        code = EXIT_FLUSH_FAILED;
    }
    let outcome = match outcome {
        RunOutcome::Exited(_) => RunOutcome::Exited(code as u32 & 0xff),
        other => other,
    };
    match ending::tell(&outcome, traceback) {
        0 if interrupted => die_of_interrupt(),
        0 => code,
        said => said,
    }
}

/// Empties the frames that the program's last exception holds on to: what is in their variables goes away now, and may
/// have something to say. The collector of cycles does not see it all.
fn release(error: &PyBaseExceptionRef, vm: &VirtualMachine) {
    let mut error = Some(error.clone());
    for _ in 0..LONGEST_CHAIN {
        let Some(here) = error else { return };
        let mut traceback = here.__traceback__();
        while let Some(level) = traceback {
            // A frame that still runs is left as it is.
            drop(vm.call_method(level.frame.as_object(), "clear", ()));
            let next = level.next.lock().clone();
            traceback = next;
        }
        error = here.__cause__().or_else(|| here.__context__());
    }
}

/// What goes away only now may still have something to say: a task whose exception nobody asked for, a coroutine that
/// was never awaited. Like CPython's, these words come from no line of the program.
fn let_go(vm: &VirtualMachine) {
    let main = vm.import("__main__", 0).and_then(|main| main.get_attr("__dict__", vm));
    if let Some(names) = main.ok().and_then(|names| names.downcast::<PyDict>().ok()) {
        let is_own = |name: &PyObjectRef| !name.str(vm).is_ok_and(|name| name.as_bytes().starts_with(b"__"));
        let own: Vec<PyObjectRef> = names.clone().into_iter().map(|(name, _)| name).filter(is_own).collect();
        for name in own {
            drop(names.set_item(&*name, vm.ctx.none(), vm));
        }
    }
    if let Ok(collector) = vm.import("gc", 0) {
        drop(vm.call_method(&collector, "collect", ()));
    }
}

/// Adds a sentence to an error that a removed form of asyncio ends in.
fn explain(error: PyBaseExceptionRef, vm: &VirtualMachine) {
    if let Ok(boot) = vm.import("_loopscope_boot", 0) {
        // An explanation that fails is no reason to show a second error.
        drop(vm.call_method(&boot, "explain", (error,)));
    }
}

/// As CPython ends after an interrupt: by the signal itself, so that a shell's loop around it ends too.
fn die_of_interrupt() -> i32 {
    #[cfg(unix)]
    drop(signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGINT));
    EXIT_INTERRUPTED
}

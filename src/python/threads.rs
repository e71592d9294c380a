//! Threads in virtual time: what `threading` stands on.
//!
//! A Python thread is a real thread of the interpreter that runs only while it holds the scheduler's baton. It
//! passes the baton on where it blocks: at a lock that is taken, at `sleep`, at `join`, in an idle event loop.
//! `threading`, `queue` and `concurrent.futures` of the library work on top of this as they are.

mod handle;
mod lock;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::bridge::bridge;
use super::interpreter::InterpreterError;
use super::{ending, output, process};
use crate::event::{RunOutcome, ThreadKind};
use crate::executor::scheduler::Wake;
use crate::id::ThreadId;
use crate::time::Moment;

pub(in crate::python) use self::handle::PyThreadHandle;
pub(in crate::python) use self::lock::{PyLock, PyRLock};
pub(super) use module::module_def;

/// The virtual machine recurses on the machine's stack; this is reserved, not used, memory.
const STACK: usize = 64 << 20;

/// Thread idents are addresses under CPython; these look like some and are the same in every run.
const FIRST_IDENT: u64 = 0x7f00_0000_0000;

thread_local! {
    static TAKEN_IN_A_ROW: Cell<u32> = const { Cell::new(0) };
}

fn ident_of(thread: ThreadId) -> u64 {
    FIRST_IDENT + (u64::from(thread.0) << 12)
}

/// The other way round.
pub(super) fn thread_of(ident: u64) -> ThreadId {
    ThreadId((ident.saturating_sub(FIRST_IDENT) >> 12) as u32)
}

/// Waits for somebody to unpark this thread; says whether somebody did before the deadline.
fn park(until: Option<Moment>, vm: &VirtualMachine) -> PyResult<bool> {
    TAKEN_IN_A_ROW.set(0);
    loop {
        process::see_to_signals(vm)?;
        match bridge().scheduler.park(until) {
            Ok(Wake::Unparked) => return Ok(true),
            Ok(Wake::Due) => return Ok(false),
            Ok(Wake::Early) => vm.check_signals()?,
            Err(_) => ending::conclude(RunOutcome::Deadlock, vm),
        }
    }
}

/// Waits until a signal has come and its handler has run.
pub(super) fn pause(vm: &VirtualMachine) -> PyResult<()> {
    match bridge().scheduler.park(None) {
        Ok(_) => vm.check_signals(),
        Err(_) => ending::conclude(RunOutcome::Deadlock, vm),
    }
}
/// Starts a thread that runs `body`; it gets its turn when the others block.
fn start(
    handle: PyRef<PyThreadHandle>,
    name: &str,
    kind: ThreadKind,
    body: PyObjectRef,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if !handle.begin() {
        return Err(vm.new_runtime_error("thread already started"));
    }
    let id = bridge().scheduler.spawn(name, kind);
    handle.set_thread(id);
    process::thread_started(id, handle.clone());
    let subscriber = tracing::dispatcher::get_default(Clone::clone);
    let process = output::process();
    let run = vm.new_thread().make_spawn_func(move |vm| {
        tracing::dispatcher::with_default(&subscriber, || {
            output::enter_process(process);
            bridge().scheduler.enter(id);
            let ran = catch_unwind(AssertUnwindSafe(|| body.call_with_args(args, vm)));
            match ran {
                Err(panic) => ending::broken(&InterpreterError::panicked(&*panic)),
                Ok(Err(error)) if !error.fast_isinstance(vm.ctx.exceptions.system_exit) => {
                    let text = "Exception ignored in thread started by".to_owned();
                    vm.run_unraisable(error, Some(text), body);
                }
                Ok(_) => {}
            }
            process::thread_ended(id);
            handle.finish();
            drop(handle);
            if bridge().scheduler.exit().is_err() {
                ending::conclude(RunOutcome::Deadlock, vm);
            }
        });
    });
    let started = std::thread::Builder::new().name(name.to_owned()).stack_size(STACK).spawn(run);
    started.map(drop).map_err(|_| {
        process::thread_ended(id);
        bridge().scheduler.abandon(id);
        vm.new_runtime_error("can't start new thread")
    })
}

#[rustpython_vm::pymodule(name = "_virtual_thread")]
mod module {
    use rustpython_vm::builtins::{PyDictRef, PyTupleRef, PyTypeRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::function::{FuncArgs, KwArgs, OptionalArg, OptionalOption};
    use rustpython_vm::{FromArgs, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

    use super::super::bridge::bridge;
    use super::super::output;
    use super::{PyLock, PyRLock, PyThreadHandle, ident_of, start};
    use crate::event::ThreadKind;
    use crate::id::ThreadId;
    use rustpython_vm::common::lock::PyMutex;

    /// Threads that the end of their process waits for.
    static JOINED_AT_END: PyMutex<Vec<(u32, PyRef<PyThreadHandle>)>> = PyMutex::new(Vec::new());

    #[pyattr(name = "lock")]
    fn lock_type(_: &VirtualMachine) -> PyTypeRef {
        PyLock::make_static_type()
    }

    #[pyattr(name = "RLock")]
    fn rlock_type(_: &VirtualMachine) -> PyTypeRef {
        PyRLock::make_static_type()
    }

    #[pyattr(name = "_ThreadHandle")]
    fn handle_type(_: &VirtualMachine) -> PyTypeRef {
        PyThreadHandle::make_static_type()
    }

    #[derive(FromArgs)]
    struct StartArgs {
        #[pyarg(any)]
        function: PyObjectRef,
        #[pyarg(any, optional)]
        handle: OptionalOption<PyRef<PyThreadHandle>>,
        #[pyarg(any, default = true)]
        daemon: bool,
    }

    #[pyfunction]
    fn start_joinable_thread(args: StartArgs, vm: &VirtualMachine) -> PyResult<PyRef<PyThreadHandle>> {
        let fresh = || PyThreadHandle::new(ThreadId(0)).into_ref(&vm.ctx);
        let handle = args.handle.flatten().unwrap_or_else(fresh);
        let (name, kind) = describe(&args.function, vm);
        start(handle.clone(), &name, kind, args.function, FuncArgs::default(), vm)?;
        if !args.daemon {
            JOINED_AT_END.lock().push((output::process(), handle.clone()));
        }
        Ok(handle)
    }

    /// The name and the kind of the `threading.Thread` whose `_bootstrap` is to run.
    fn describe(function: &PyObjectRef, vm: &VirtualMachine) -> (String, ThreadKind) {
        let thread = function.get_attr("__self__", vm).ok();
        let of_thread = |name: &'static str| thread.as_ref()?.get_attr(name, vm).ok();
        let name = of_thread("_name").and_then(|name| name.str(vm).ok());
        let name = name.map_or_else(|| "thread".to_owned(), |name| name.to_string_lossy().into_owned());
        let kind = match of_thread("_loopscope_kind").and_then(|kind| kind.str(vm).ok()) {
            Some(kind) => ThreadKind::from_word(&kind.to_string_lossy()).unwrap_or(ThreadKind::Plain),
            None => {
                let target = of_thread("_target").and_then(|target| target.get_attr("__module__", vm).ok());
                let module = target.and_then(|module| module.str(vm).ok());
                let pool =
                    module.is_some_and(|module| module.to_string_lossy() == "concurrent.futures.thread");
                if pool { ThreadKind::Pool } else { ThreadKind::Plain }
            }
        };
        (name, kind)
    }

    #[pyfunction]
    #[pyfunction(name = "start_new")]
    fn start_new_thread(
        function: PyObjectRef,
        args: PyTupleRef,
        kwargs: OptionalArg<PyDictRef>,
        vm: &VirtualMachine,
    ) -> PyResult<u64> {
        let handle = PyThreadHandle::new(ThreadId(0)).into_ref(&vm.ctx);
        let mut named = KwArgs::default();
        if let Some(kwargs) = kwargs.into_option() {
            for (name, value) in kwargs {
                let name = name.str(vm)?.to_string_lossy().into_owned();
                named = named.into_iter().chain([(name, value)]).collect();
            }
        }
        let args = FuncArgs::new(args.as_slice().to_vec(), named);
        start(handle.clone(), "thread", ThreadKind::Plain, function, args, vm)?;
        Ok(ident_of(handle.thread()))
    }

    #[pyfunction]
    fn allocate_lock(vm: &VirtualMachine) -> PyRef<PyLock> {
        PyLock::unlocked().into_ref(&vm.ctx)
    }

    #[pyfunction]
    #[pyfunction(name = "get_native_id")]
    fn get_ident() -> u64 {
        ident_of(bridge().scheduler.thread())
    }

    #[pyfunction]
    fn _get_main_thread_ident() -> u64 {
        ident_of(ThreadId(1))
    }

    #[pyfunction]
    fn _make_thread_handle(ident: u64, vm: &VirtualMachine) -> PyRef<PyThreadHandle> {
        let thread = super::thread_of(ident);
        let handle = PyThreadHandle::new(thread).into_ref(&vm.ctx);
        handle.begin();
        handle
    }

    /// Waits for every thread of this process that is no daemon.
    #[pyfunction]
    fn _shutdown(vm: &VirtualMachine) -> PyResult<()> {
        loop {
            let mut waiting = JOINED_AT_END.lock();
            let mine = waiting.iter().rposition(|(process, _)| *process == output::process());
            let Some(mine) = mine else { return Ok(()) };
            let (_, handle) = waiting.remove(mine);
            drop(waiting);
            handle.wait(None, vm)?;
        }
    }
}

//! Threads in virtual time: what `threading` stands on.
//!
//! A Python thread is a real thread of the interpreter that runs only while it holds the scheduler's baton. It
//! passes the baton on where it blocks: at a lock that is taken, at `sleep`, at `join`, in an idle event loop.
//! `threading`, `queue` and `concurrent.futures` of the library work on top of this as they are.
//!
//! A released lock is free until its first waiter has run, as under CPython: whoever releases it and takes it
//! again at once wins. Somebody who does nothing else would starve the others for ever; CPython takes the
//! interpreter away from such a thread now and then, and so does [`give_way`].

use std::cell::Cell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use rustpython_vm::builtins::{PyTupleRef, PyType};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, OptionalArg};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::bridge::bridge;
use super::event_loop::seconds;
use super::interpreter::InterpreterError;
use super::{clock, ending, output, process};
use crate::event::{RunOutcome, ThreadKind};
use crate::executor::scheduler::Wake;
use crate::id::ThreadId;
use crate::time::{Delay, Moment};

pub(super) use module::module_def;

/// The virtual machine recurses on the machine's stack; this is reserved, not used, memory.
const STACK: usize = 64 << 20;

/// Locks taken in a row without ever blocking, after which a thread lets the others run.
const PATIENCE: u32 = 1_000;

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

/// Lets the other threads run, now and then.
fn give_way(vm: &VirtualMachine) {
    let taken = TAKEN_IN_A_ROW.get() + 1;
    TAKEN_IN_A_ROW.set(taken);
    if taken >= PATIENCE {
        TAKEN_IN_A_ROW.set(0);
        bridge().scheduler.spin();
        // Time passes for whoever spins until something happens.
        clock::read(vm);
    }
}

#[derive(FromArgs)]
struct AcquireArgs {
    #[pyarg(any, default = true)]
    blocking: bool,
    #[pyarg(any, optional)]
    timeout: OptionalArg<PyObjectRef>,
}

impl AcquireArgs {
    /// Until when to wait: not at all, until a deadline, or for ever.
    fn patience(self, vm: &VirtualMachine) -> PyResult<Patience> {
        let timeout = match self.timeout.into_option() {
            Some(timeout) => seconds(timeout, vm)?,
            None => -1.0,
        };
        if !self.blocking {
            // -1 is the default and means none was given.
            if timeout.to_bits() != (-1.0_f64).to_bits() {
                return Err(vm.new_value_error("can't specify a timeout for a non-blocking call"));
            }
            return Ok(Patience::None);
        }
        if timeout < 0.0 {
            if timeout.to_bits() != (-1.0_f64).to_bits() {
                return Err(vm.new_value_error("timeout value must be a non-negative number"));
            }
            return Ok(Patience::Endless);
        }
        Ok(Patience::Until(clock::read(vm) + Delay::from_secs_f64(timeout)))
    }
}

#[derive(Clone, Copy)]
enum Patience {
    None,
    Until(Moment),
    Endless,
}

/// Who holds a lock, how often, and who waits for it.
#[derive(Debug, Default)]
struct Holding {
    holder: Option<ThreadId>,
    count: usize,
    waiters: VecDeque<ThreadId>,
}

/// What both kinds of lock are made of.
#[derive(Debug, Default)]
struct Mutex(PyMutex<Holding>);

impl Mutex {
    fn acquire(&self, patience: Patience, vm: &VirtualMachine) -> PyResult<bool> {
        let scheduler = &bridge().scheduler;
        let me = scheduler.thread();
        give_way(vm);
        loop {
            {
                let mut holding = self.0.lock();
                if holding.holder.is_none() {
                    holding.holder = Some(me);
                    holding.count = 1;
                    return Ok(true);
                }
                if matches!(patience, Patience::None) {
                    return Ok(false);
                }
                holding.waiters.push_back(me);
            }
            let until = match patience {
                Patience::Until(deadline) => Some(deadline),
                _ => None,
            };
            let woken = park(until, vm);
            self.0.lock().waiters.retain(|waiter| *waiter != me);
            if !woken? {
                return Ok(false);
            }
        }
    }

    /// Frees the lock and makes its first waiter runnable, of those that still can be.
    fn free(&self) {
        let mut holding = self.0.lock();
        holding.holder = None;
        holding.count = 0;
        holding.waiters.retain(|waiter| !bridge().scheduler.is_gone(*waiter));
        if let Some(&first) = holding.waiters.front() {
            bridge().scheduler.unpark(first);
        }
    }

    fn is_locked(&self) -> bool {
        self.0.lock().holder.is_some()
    }

    fn holder(&self) -> Option<ThreadId> {
        self.0.lock().holder
    }
}

/// `_thread.lock`.
#[pyclass(name = "lock", module = "_thread")]
#[derive(Debug, PyPayload)]
pub(super) struct PyLock(Mutex);

impl Constructor for PyLock {
    type Args = FuncArgs;

    fn py_new(_: &Py<PyType>, _: FuncArgs, _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self(Mutex::default()))
    }
}

#[pyclass(with(Constructor, Representable), flags(HAS_WEAKREF))]
impl PyLock {
    #[pymethod]
    #[pymethod(name = "acquire_lock")]
    fn acquire(&self, args: AcquireArgs, vm: &VirtualMachine) -> PyResult<bool> {
        let patience = args.patience(vm)?;
        self.0.acquire(patience, vm)
    }

    #[pymethod]
    #[pymethod(name = "release_lock")]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        if !self.0.is_locked() {
            return Err(vm.new_runtime_error("release unlocked lock"));
        }
        self.0.free();
        Ok(())
    }

    #[pymethod]
    #[pymethod(name = "locked_lock")]
    fn locked(&self) -> bool {
        self.0.is_locked()
    }

    #[pymethod]
    fn _at_fork_reinit(&self) {
        self.0.free();
    }

    #[pymethod]
    fn __reduce__(&self, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_type_error("cannot pickle '_thread.lock' object"))
    }

    #[pymethod]
    fn __enter__(&self, vm: &VirtualMachine) -> PyResult<bool> {
        self.0.acquire(Patience::Endless, vm)
    }

    #[pymethod]
    fn __exit__(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        self.release(vm)
    }
}

impl Representable for PyLock {
    fn repr_str(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.0.is_locked() { "locked" } else { "unlocked" };
        Ok(format!("<{state} _thread.lock object at {:#x}>", zelf.get_id()))
    }
}

/// `_thread.RLock`: its holder may take it again.
#[pyclass(name = "RLock", module = "_thread")]
#[derive(Debug, PyPayload)]
pub(super) struct PyRLock(Mutex);

impl Constructor for PyRLock {
    type Args = FuncArgs;

    fn py_new(_: &Py<PyType>, _: FuncArgs, _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self(Mutex::default()))
    }
}

impl PyRLock {
    fn is_mine(&self) -> bool {
        self.0.holder() == Some(bridge().scheduler.thread())
    }

    fn take(&self, patience: Patience, vm: &VirtualMachine) -> PyResult<bool> {
        if self.is_mine() {
            self.0.0.lock().count += 1;
            return Ok(true);
        }
        self.0.acquire(patience, vm)
    }
}

#[pyclass(with(Constructor, Representable), flags(BASETYPE, HAS_WEAKREF))]
impl PyRLock {
    #[pymethod]
    fn acquire(&self, args: AcquireArgs, vm: &VirtualMachine) -> PyResult<bool> {
        let patience = args.patience(vm)?;
        self.take(patience, vm)
    }

    #[pymethod]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        if !self.is_mine() {
            return Err(vm.new_runtime_error("cannot release un-acquired lock"));
        }
        let mut holding = self.0.0.lock();
        holding.count -= 1;
        if holding.count == 0 {
            drop(holding);
            self.0.free();
        }
        Ok(())
    }

    #[pymethod]
    fn locked(&self) -> bool {
        self.0.is_locked()
    }

    #[pymethod]
    fn _is_owned(&self) -> bool {
        self.is_mine()
    }

    #[pymethod]
    fn _recursion_count(&self) -> usize {
        if self.is_mine() { self.0.0.lock().count } else { 0 }
    }

    #[pymethod]
    fn _release_save(&self, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        if !self.is_mine() {
            return Err(vm.new_runtime_error("cannot release un-acquired lock"));
        }
        let count = self.0.0.lock().count;
        self.0.free();
        let ident = ident_of(bridge().scheduler.thread());
        Ok(vm.ctx.new_tuple(vec![vm.ctx.new_int(count).into(), vm.ctx.new_int(ident).into()]))
    }

    #[pymethod]
    fn _acquire_restore(&self, state: PyTupleRef, vm: &VirtualMachine) -> PyResult<()> {
        let count = state.first().cloned().unwrap_or_else(|| vm.ctx.new_int(1).into());
        let count: usize = count.try_to_value(vm)?;
        self.0.acquire(Patience::Endless, vm)?;
        self.0.0.lock().count = count;
        Ok(())
    }

    #[pymethod]
    fn _at_fork_reinit(&self) {
        self.0.free();
    }

    #[pymethod]
    fn __reduce__(&self, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_type_error("cannot pickle '_thread.RLock' object"))
    }

    #[pymethod]
    fn __enter__(&self, vm: &VirtualMachine) -> PyResult<bool> {
        self.take(Patience::Endless, vm)
    }

    #[pymethod]
    fn __exit__(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        self.release(vm)
    }
}

impl Representable for PyRLock {
    fn repr_str(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.0.is_locked() { "locked" } else { "unlocked" };
        let (owner, count) = {
            let holding = zelf.0.0.lock();
            (holding.holder.map_or(0, ident_of), holding.count)
        };
        let name = zelf.class().name().to_string();
        Ok(format!("<{state} _thread.{name} object owner={owner} count={count} at {:#x}>", zelf.get_id()))
    }
}

/// `_thread._ThreadHandle`: a thread to be joined.
#[pyclass(name = "_ThreadHandle", module = "_thread")]
#[derive(Debug, PyPayload)]
pub(super) struct PyThreadHandle {
    thread: AtomicU32,
    progress: PyMutex<Progress>,
}

#[derive(Debug, Default)]
struct Progress {
    started: bool,
    done: bool,
    joiners: Vec<ThreadId>,
}

impl PyThreadHandle {
    fn new(thread: ThreadId) -> Self {
        Self { thread: AtomicU32::new(thread.0), progress: PyMutex::default() }
    }

    pub(super) fn finish(&self) {
        let joiners = {
            let mut progress = self.progress.lock();
            progress.done = true;
            std::mem::take(&mut progress.joiners)
        };
        for joiner in joiners {
            bridge().scheduler.unpark(joiner);
        }
    }

    /// Waits until the thread is done; says whether it is.
    fn wait(&self, until: Option<Moment>, vm: &VirtualMachine) -> PyResult<bool> {
        loop {
            {
                let mut progress = self.progress.lock();
                if progress.done {
                    return Ok(true);
                }
                progress.joiners.push(bridge().scheduler.thread());
            }
            let woken = park(until, vm);
            let me = bridge().scheduler.thread();
            self.progress.lock().joiners.retain(|joiner| *joiner != me);
            if !woken? {
                return Ok(self.progress.lock().done);
            }
        }
    }
}

impl Constructor for PyThreadHandle {
    type Args = ();

    fn py_new(_: &Py<PyType>, (): (), _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::new(ThreadId(0)))
    }
}

#[pyclass(with(Constructor, Representable), flags(HAS_WEAKREF))]
impl PyThreadHandle {
    #[pygetset]
    fn ident(&self) -> u64 {
        match self.thread.load(Relaxed) {
            0 => 0,
            thread => ident_of(ThreadId(thread)),
        }
    }

    #[pymethod]
    fn is_done(&self) -> bool {
        self.progress.lock().done
    }

    #[pymethod]
    fn _set_done(&self) {
        self.finish();
    }

    #[pymethod]
    fn join(&self, timeout: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        if !self.progress.lock().started {
            return Err(vm.new_runtime_error("thread not started"));
        }
        if self.thread.load(Relaxed) == bridge().scheduler.thread().0 {
            return Err(vm.new_runtime_error("Cannot join current thread"));
        }
        let timeout = timeout.into_option().filter(|timeout| !vm.is_none(timeout));
        let timeout = timeout.map(|timeout| seconds(timeout, vm)).transpose()?;
        let until = timeout.filter(|timeout| *timeout >= 0.0);
        let until = until.map(|timeout| clock::read(vm) + Delay::from_secs_f64(timeout));
        self.wait(until, vm).map(drop)
    }
}

impl Representable for PyThreadHandle {
    fn repr_str(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        Ok(format!("<_ThreadHandle object: ident={}>", zelf.ident()))
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
    if std::mem::replace(&mut handle.progress.lock().started, true) {
        return Err(vm.new_runtime_error("thread already started"));
    }
    let id = bridge().scheduler.spawn(name, kind);
    handle.thread.store(id.0, Relaxed);
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
        Ok(ident_of(ThreadId(handle.thread.load(std::sync::atomic::Ordering::Relaxed))))
    }

    #[pyfunction]
    fn allocate_lock(vm: &VirtualMachine) -> PyRef<PyLock> {
        PyLock(super::Mutex::default()).into_ref(&vm.ctx)
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
        handle.progress.lock().started = true;
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

//! The native half of the event loop: everything between a task and the ready queue.
//!
//! The Python half (`lib/asyncio/unix_events.py`) inherits from this and from the library's `BaseEventLoop`,
//! which keeps the books: run_until_complete, exception handlers, shutting down generators, debug settings.
//! Here are the clock, `call_soon` and its kin, the iteration and the running of handles, so that no Python
//! code stands between loop and task.

use std::sync::{Arc, OnceLock};
mod turn;

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use rustpython_vm::builtins::{PyBaseExceptionRef, PyType};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::types::Constructor;
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use self::turn::Turn;
use super::bridge::{bridge, library};
use super::callback::subject;
use super::future::PyFuture;
use super::handle::{Job, PyHandle, PyTimerHandle};
use super::task::{PyTask, PyTaskStep, PyTaskWakeup};
use super::{clock, ending};
use crate::event::{RunOutcome, Subject};
use crate::executor::core::{Core, Interrupted};
use crate::executor::instrument;
use crate::executor::policy::Policy;
use crate::executor::scheduler::Scheduler;
use crate::id::HandleId;
use crate::time::{Delay, Moment};

/// The base of the event loop class.
#[pyclass(name = "LoopCore", module = "_loopscope")]
#[derive(Debug, PyPayload)]
pub(super) struct PyLoopCore {
    core: Core<Job>,
    debug: AtomicBool,
    stopping: AtomicBool,
    closed: AtomicBool,
    current_task: PyMutex<Option<PyObjectRef>>,
}

impl PyLoopCore {
    pub(super) fn is_debug(&self) -> bool {
        self.debug.load(Relaxed)
    }

    pub(super) fn current_task(&self) -> Option<PyObjectRef> {
        self.current_task.lock().clone()
    }

    pub(super) fn set_current_task(&self, task: Option<PyObjectRef>) {
        let before = std::mem::replace(&mut *self.current_task.lock(), task);
        drop(before);
    }

    pub(super) fn timer_cancelled(&self, id: HandleId) {
        self.core.timer_cancelled(id);
    }

    fn scheduler(&self) -> &Arc<Scheduler> {
        self.core.scheduler()
    }

    fn check_open(&self, vm: &VirtualMachine) -> PyResult<()> {
        if self.closed.load(Relaxed) {
            return Err(vm.new_runtime_error("Event loop is closed"));
        }
        Ok(())
    }

    /// What debug mode checks of every callback.
    fn check_callback(
        zelf: &Py<Self>,
        callback: &PyObjectRef,
        method: &'static str,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        if zelf.is_debug() {
            vm.call_method(zelf.as_object(), "_check_thread", ())?;
            vm.call_method(zelf.as_object(), "_check_callback", (callback.clone(), method))?;
        }
        Ok(())
    }

    fn put_soon(
        zelf: &Py<Self>,
        callback: PyObjectRef,
        args: Vec<PyObjectRef>,
        context: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyHandle>> {
        let what = subject(&callback, vm);
        let event_loop = zelf.as_object().to_owned();
        let handle = PyHandle::new(callback, args, event_loop, context, vm)?.into_ref(&vm.ctx);
        zelf.core.schedule(what, Job::Handle(handle.clone()));
        Ok(handle)
    }

    fn put_at(
        zelf: &Py<Self>,
        when: f64,
        delay: Option<f64>,
        call: Scheduling,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyTimerHandle>> {
        let what = subject(&call.callback, vm);
        let event_loop = zelf.as_object().to_owned();
        let base = PyHandle::new(call.callback, call.args, event_loop, call.context, vm)?;
        let timer = PyTimerHandle::new(when, base).into_ref(&vm.ctx);
        let (deadline, delay) = (Moment::from_secs_f64(when), delay.map(Delay::from_secs_f64));
        let id = zelf.core.schedule_at(deadline, delay, what, Job::Timer(timer.clone()));
        timer.entered_heap(id);
        Ok(timer)
    }
}

/// Whether `event_loop` runs on this thread.
pub(super) fn is_running_loop(event_loop: &PyObjectRef, vm: &VirtualMachine) -> bool {
    vm.asyncio_running_loop.borrow().as_ref().is_some_and(|running| running.is(event_loop))
}

/// The class of loops whose `call_soon` is the one defined here, by its address.
static NATIVE: OnceLock<usize> = OnceLock::new();

/// Notes the class of native loops; the first call counts.
pub(super) fn set_native_class(class: &PyObject) {
    NATIVE.get_or_init(|| class.get_id());
}

/// The loop, if its `call_soon` is the one defined here: a program may derive a class with another.
fn native(event_loop: &PyObject) -> Option<&Py<PyLoopCore>> {
    let core = event_loop.downcast_ref::<PyLoopCore>()?;
    (NATIVE.get() == Some(&event_loop.class().get_id())).then_some(core)
}

/// Whether a loop is in debug mode.
pub(super) fn is_debug(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    match native(event_loop) {
        Some(core) => Ok(core.is_debug()),
        None => vm.call_method(event_loop, "get_debug", ())?.try_to_bool(vm),
    }
}

/// Where the program is, for a future or a handle of a loop in debug mode to remember.
pub(super) fn source_traceback(event_loop: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    if !is_debug(event_loop, vm)? {
        return Ok(None);
    }
    let frame = vm.current_frame().map_or_else(|| vm.ctx.none(), Into::into);
    library("asyncio.format_helpers", "extract_stack", vm)?.call((frame,), vm).map(Some)
}

/// Puts a task's step on its loop's ready queue.
pub(super) fn schedule_step(
    event_loop: &PyObjectRef,
    task: PyRef<PyTask>,
    exception: Option<PyBaseExceptionRef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if let Some(loop_core) = native(event_loop) {
        loop_core.check_open(vm)?;
        loop_core.core.schedule(Subject::Step(task.number()), Job::Step { task, exception });
        return Ok(());
    }
    let context = task.driver.lock().context.clone();
    let step: PyObjectRef = PyTaskStep { task, exception }.into_ref(&vm.ctx).into();
    let context = context.map_or_else(|| vm.ctx.none(), Into::into);
    call_soon(event_loop, step, Vec::new(), context, vm)
}

/// Puts a future's callback on the loop's ready queue.
pub(super) fn schedule_callback(
    event_loop: &PyObjectRef,
    callback: PyObjectRef,
    args: Vec<PyObjectRef>,
    context: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some(loop_core) = native(event_loop) else {
        return call_soon(event_loop, callback, args, context, vm);
    };
    loop_core.check_open(vm)?;
    match callback.downcast::<PyTaskWakeup>() {
        Ok(wakeup) => {
            let what = Subject::Step(wakeup.task.number());
            let future = args.into_iter().next().unwrap_or_else(|| vm.ctx.none());
            loop_core.core.schedule(what, Job::Wakeup { wakeup, future });
        }
        Err(callback) => {
            PyLoopCore::put_soon(loop_core, callback, args, Some(context), vm)?;
        }
    }
    Ok(())
}

fn call_soon(
    event_loop: &PyObjectRef,
    callback: PyObjectRef,
    args: Vec<PyObjectRef>,
    context: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let mut positional = vec![callback];
    positional.extend(args);
    let mut args = FuncArgs::from(positional);
    args.kwargs.insert("context".to_owned(), context);
    event_loop.get_attr("call_soon", vm)?.call_with_args(args, vm).map(drop)
}

/// `callback, *args, context=None`, after what comes before them.
struct Scheduling {
    callback: PyObjectRef,
    args: Vec<PyObjectRef>,
    context: Option<PyObjectRef>,
}

impl Scheduling {
    fn from_args(method: &str, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        let context = args.kwargs.shift_remove("context").filter(|context| !vm.is_none(context));
        let callback = args.kwargs.shift_remove("callback");
        if let Some(name) = args.kwargs.keys().next() {
            return Err(vm.new_type_error(format!(
                "BaseEventLoop.{method}() got an unexpected keyword argument '{name}'"
            )));
        }
        let mut positional = args.args.into_iter();
        let callback = callback.or_else(|| positional.next()).ok_or_else(|| {
            vm.new_type_error(format!(
                "BaseEventLoop.{method}() missing 1 required positional argument: 'callback'"
            ))
        })?;
        Ok(Self { callback, args: positional.collect(), context })
    }
}

/// Takes the first positional argument, or the keyword `name`.
fn take_first(args: &mut FuncArgs, name: &str, method: &str, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    if let Some(given) = args.kwargs.shift_remove(name) {
        return Ok(given);
    }
    args.take_positional().ok_or_else(|| {
        vm.new_type_error(format!(
            "BaseEventLoop.{method}() missing 1 required positional argument: '{name}'"
        ))
    })
}

impl Constructor for PyLoopCore {
    type Args = FuncArgs;

    fn py_new(_: &Py<PyType>, _: FuncArgs, _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self {
            core: Core::new(Arc::clone(&bridge().scheduler), Policy::Fifo),
            debug: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
            closed: AtomicBool::new(false),
            current_task: PyMutex::new(None),
        })
    }
}

#[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF), with(Constructor))]
impl PyLoopCore {
    #[pymethod]
    fn time(&self, vm: &VirtualMachine) -> f64 {
        clock::read(vm).as_secs_f64()
    }

    #[pymethod]
    fn create_future(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyFuture>> {
        let future = PyFuture::empty().into_ref(&vm.ctx);
        future.bind(Some(zelf.into()), vm)?;
        future.announce(vm);
        Ok(future)
    }

    #[pymethod]
    fn call_soon(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<PyHandle>> {
        let call = Scheduling::from_args("call_soon", args, vm)?;
        zelf.check_open(vm)?;
        Self::check_callback(&zelf, &call.callback, "call_soon", vm)?;
        Self::put_soon(&zelf, call.callback, call.args, call.context, vm)
    }

    #[pymethod]
    fn call_soon_threadsafe(
        zelf: PyRef<Self>,
        args: FuncArgs,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyHandle>> {
        let call = Scheduling::from_args("call_soon_threadsafe", args, vm)?;
        zelf.check_open(vm)?;
        if zelf.is_debug() {
            let method = "call_soon_threadsafe";
            vm.call_method(zelf.as_object(), "_check_callback", (call.callback.clone(), method))?;
        }
        let handle = Self::put_soon(&zelf, call.callback, call.args, call.context, vm)?;
        zelf.core.wake();
        Ok(handle)
    }

    #[pymethod]
    fn call_later(
        zelf: PyRef<Self>,
        mut args: FuncArgs,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<PyTimerHandle>> {
        let delay = take_first(&mut args, "delay", "call_later", vm)?;
        if vm.is_none(&delay) {
            return Err(vm.new_type_error("delay must not be None"));
        }
        let call = Scheduling::from_args("call_later", args, vm)?;
        let now = zelf.time(vm);
        let delay = seconds(delay, vm)?;
        zelf.check_open(vm)?;
        // The library's `call_later` calls `call_at`, which checks.
        Self::check_callback(&zelf, &call.callback, "call_at", vm)?;
        Self::put_at(&zelf, now + delay, Some(delay), call, vm)
    }

    #[pymethod]
    fn call_at(zelf: PyRef<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<PyTimerHandle>> {
        let when = take_first(&mut args, "when", "call_at", vm)?;
        if vm.is_none(&when) {
            return Err(vm.new_type_error("when cannot be None"));
        }
        let call = Scheduling::from_args("call_at", args, vm)?;
        let when = seconds(when, vm)?;
        zelf.check_open(vm)?;
        Self::check_callback(&zelf, &call.callback, "call_at", vm)?;
        Self::put_at(&zelf, when, None, call, vm)
    }

    #[pymethod]
    fn get_debug(&self) -> bool {
        self.is_debug()
    }

    #[pymethod]
    fn stop(&self) {
        self.stopping.store(true, Relaxed);
    }

    /// Runs iterations until the loop is stopped. The library calls it in a loop of its own, which then
    /// comes round once.
    #[pymethod]
    fn _run_once(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<()> {
        let scheduler = zelf.scheduler();
        let outer = scheduler.set_loop(Some(zelf.core.id()));
        instrument::loop_started(scheduler);
        let mut turn = Turn { event_loop: &zelf, vm };
        let result = loop {
            match zelf.core.run_once(&mut turn) {
                Ok(()) if zelf.stopping.load(Relaxed) => break Ok(()),
                Ok(()) => {}
                Err(Interrupted::Driver(error)) => break Err(error),
                Err(Interrupted::Deadlock(_)) => ending::conclude(RunOutcome::Deadlock, vm),
                Err(Interrupted::Stopped) => ending::stopped(vm),
            }
        };
        instrument::loop_stopped(scheduler);
        scheduler.set_loop(outer);
        result
    }

    /// Drops everything that was to run, when the loop is closed.
    #[pymethod]
    fn _clear(&self) {
        drop(self.core.clear());
    }

    #[pygetset]
    fn _debug(&self) -> bool {
        self.is_debug()
    }

    #[pygetset(setter)]
    fn set__debug(&self, value: PySetterValue<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        set_flag(&self.debug, value, vm)
    }

    #[pygetset]
    fn _stopping(&self) -> bool {
        self.stopping.load(Relaxed)
    }

    #[pygetset(setter)]
    fn set__stopping(&self, value: PySetterValue<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        set_flag(&self.stopping, value, vm)
    }

    #[pygetset]
    fn _closed(&self) -> bool {
        self.closed.load(Relaxed)
    }

    #[pygetset(setter)]
    fn set__closed(&self, value: PySetterValue<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        set_flag(&self.closed, value, vm)
    }
}

fn set_flag(flag: &AtomicBool, value: PySetterValue<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    let PySetterValue::Assign(value) = value else {
        return Err(vm.new_attribute_error("cannot delete attribute"));
    };
    flag.store(value.try_to_bool(vm)?, Relaxed);
    Ok(())
}

/// A number of seconds, as `float()` takes it.
pub(super) fn seconds(value: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
    value.try_float(vm).map(|value| value.to_f64())
}

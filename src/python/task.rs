//! `asyncio.Task`: a coroutine scheduled on the loop, driven step by step as CPython's is.
//!
//! A step sends into the coroutine (or throws a cancellation into it) and looks at what comes back: a future
//! to wait for, nothing (`sleep(0)`: ready again at once), the end, or a mistake that is thrown back in.

mod callbacks;
mod methods;

pub(super) use self::callbacks::{PyTaskStep, PyTaskWakeup};

use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU32, Ordering::Relaxed};

use rustpython_vm::builtins::{PyBaseExceptionRef, PyCoroutine, PyStr};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine,
    pyclass,
};

use super::bridge::{bridge, library, shorten, shown, shown_exception};
use super::context::{PyContext, copy_current, run_in};
use super::event_loop::schedule_step;
use super::future::{Outcome, PyFuture, as_future, awaited, context_of};
use super::registry;
use crate::event::{Awaited, Cause, StepOutcome};
use crate::executor::instrument;
use crate::id::{HandleId, TaskId};

/// Coroutines of `asyncio.run` itself: tasks of these are housekeeping.
const HOUSEKEEPING: [&str; 2] =
    ["BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor"];

/// What a task has besides a future.
#[derive(Debug, Traverse)]
pub(super) struct Driver {
    pub(super) coroutine: Option<PyObjectRef>,
    pub(super) waiter: Option<PyObjectRef>,
    name: Option<PyObjectRef>,
    pub(super) context: Option<PyRef<PyContext>>,
    /// The callback that wakes the task; made once.
    wakeup: Option<PyObjectRef>,
}

/// `asyncio.Task`.
#[pyclass(name = "Task", module = "_asyncio", base = PyFuture, traverse)]
#[derive(Debug)]
#[repr(C)]
pub(super) struct PyTask {
    pub(super) base: PyFuture,
    pub(super) driver: PyMutex<Driver>,
    #[pytraverse(skip)]
    must_cancel: AtomicBool,
    #[pytraverse(skip)]
    cancels_requested: AtomicI32,
    #[pytraverse(skip)]
    log_destroy_pending: AtomicBool,
    /// The task's number, 0 before it is initialised.
    #[pytraverse(skip)]
    id: AtomicU32,
    #[pytraverse(skip)]
    steps: AtomicU32,
}

#[derive(FromArgs)]
pub(super) struct TaskArgs {
    #[pyarg(any)]
    coro: PyObjectRef,
    #[pyarg(named, name = "loop", optional)]
    event_loop: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    name: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    context: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    eager_start: OptionalOption<PyObjectRef>,
}

impl PyTask {
    /// The task's number.
    pub(super) fn number(&self) -> TaskId {
        TaskId(self.id.load(Relaxed))
    }

    fn start(zelf: &PyRef<Self>, args: TaskArgs, vm: &VirtualMachine) -> PyResult<()> {
        zelf.base.bind(args.event_loop.flatten(), vm)?;
        if !is_coroutine(&args.coro, vm)? {
            zelf.log_destroy_pending.store(false, Relaxed);
            let shown = args.coro.repr(vm)?;
            return Err(
                vm.new_type_error(format!("a coroutine was expected, got {}", shown.to_string_lossy()))
            );
        }
        let context = match args.context.flatten() {
            Some(given) => context_of(given, vm)?,
            None => copy_current(vm),
        };
        let bridge = bridge();
        let id = TaskId(bridge.scheduler.ids().tasks.next());
        zelf.id.store(id.0, Relaxed);
        let name = match args.name.flatten() {
            Some(name) => name.str(vm)?,
            None => vm.ctx.new_str(format!("Task-{}", bridge.task_names.next())),
        };
        Self::announce(id, &name, &args.coro, vm);
        *zelf.driver.lock() = Driver {
            coroutine: Some(args.coro),
            waiter: None,
            name: Some(name.into()),
            context: Some(context),
            wakeup: None,
        };
        let event_loop = zelf.base.event_loop(vm)?;
        let eager = match args.eager_start.flatten() {
            Some(eager) => {
                eager.try_to_bool(vm)? && vm.call_method(&event_loop, "is_running", ())?.try_to_bool(vm)?
            }
            None => false,
        };
        if eager {
            return Self::start_eagerly(zelf, &event_loop, vm);
        }
        schedule_step(&event_loop, zelf.clone(), None, vm)?;
        registry::register(zelf.as_object(), vm)
    }

    fn announce(id: TaskId, name: &Py<PyStr>, coroutine: &PyObjectRef, vm: &VirtualMachine) {
        if !instrument::enabled() {
            return;
        }
        let bridge = bridge();
        let function = bridge.places.function(coroutine);
        let housekeeping = HOUSEKEEPING.contains(&&*function);
        let location = bridge.places.caller(bridge.scheduler.names(), vm);
        let name = shorten(&name.to_string_lossy());
        let own_name = (*name != *id.to_string()).then_some(&*name);
        let function = bridge.scheduler.names().text(&function);
        instrument::task_created(&bridge.scheduler, id, own_name, function, location, housekeeping);
    }

    /// The first step at once, within whoever makes the task.
    fn start_eagerly(zelf: &PyRef<Self>, event_loop: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let outer = registry::swap_current(event_loop, Some(zelf.clone().into()), vm);
        registry::register(zelf.as_object(), vm)?;
        let context = zelf.driver.lock().context.clone().unwrap_or_else(|| copy_current(vm));
        let result = run_in(&context, vm, || Self::step_within(zelf, None, None, vm));
        registry::swap_current(event_loop, outer, vm);
        result
    }

    /// One step, as the handle that resumes the task calls it.
    pub(super) fn step(
        zelf: &Py<Self>,
        handle: Option<HandleId>,
        exception: Option<PyBaseExceptionRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        if !zelf.base.is_pending() {
            let shown = zelf.as_object().repr(vm)?;
            let text = format!("__step(): already done: {}, None", shown.to_string_lossy());
            return Err(bridge().invalid_state(&text, vm));
        }
        let event_loop = zelf.base.event_loop(vm)?;
        registry::enter(&event_loop, zelf.as_object(), vm)?;
        let result = Self::step_within(zelf, handle, exception, vm);
        registry::leave(&event_loop, zelf.as_object(), vm)?;
        result
    }

    /// The step itself, with the task entered: the cause of all that happens in it.
    fn step_within(
        zelf: &Py<Self>,
        handle: Option<HandleId>,
        exception: Option<PyBaseExceptionRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let scheduler = &bridge().scheduler;
        let n = zelf.steps.fetch_add(1, Relaxed) + 1;
        instrument::step_started(scheduler, zelf.number(), handle, n);
        let before = scheduler.set_cause(Cause::Task(zelf.number()));
        let result = Self::advance(zelf, exception, vm);
        scheduler.set_cause(before);
        result
    }

    /// Resumes the coroutine and deals with what comes back.
    fn advance(zelf: &Py<Self>, exception: Option<PyBaseExceptionRef>, vm: &VirtualMachine) -> PyResult<()> {
        let scheduler = &bridge().scheduler;
        let exception = if zelf.must_cancel.swap(false, Relaxed) {
            match exception.filter(|exception| bridge().is_cancelled(exception, vm)) {
                Some(exception) => Some(exception),
                None => Some(Self::cancelled_error(zelf, vm)),
            }
        } else {
            exception
        };
        let (coroutine, waiter) = {
            let mut driver = zelf.driver.lock();
            (driver.coroutine.clone(), driver.waiter.take())
        };
        drop(waiter);
        let Some(coroutine) = coroutine else {
            return Err(vm.new_runtime_error("Task object is not initialized."));
        };
        let mut raised = None;
        let (outcome, result) = match resume(&coroutine, exception, vm) {
            Ok(PyIterReturn::Return(yielded)) => Self::suspend(zelf, yielded, vm)?,
            Ok(PyIterReturn::StopIteration(value)) => {
                clear_frame(&coroutine, vm);
                (Self::returned(zelf, value.unwrap_or_else(|| vm.ctx.none()), vm)?, Ok(()))
            }
            Err(error) => Self::raised(zelf, raised.insert(error).clone(), vm)?,
        };
        if instrument::enabled() {
            let (places, names) = (&bridge().places, scheduler.names());
            let chain = match (&outcome, &raised) {
                (StepOutcome::Waiting(_) | StepOutcome::Yielded, _) => places.await_chain(&coroutine, names),
                (StepOutcome::Raised { .. }, Some(error)) => places.traceback(error, names, vm),
                _ => None,
            };
            instrument::step_ended(scheduler, zelf.number(), &outcome, chain);
        }
        result
    }

    fn cancelled_error(zelf: &Py<Self>, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let message = zelf.base.slot.lock().cancel_message.clone();
        vm.new_exception(bridge().cancelled_error(vm), message.into_iter().collect())
    }

    fn finish(zelf: &Py<Self>, outcome: Outcome, vm: &VirtualMachine) -> PyResult<()> {
        registry::unregister(zelf.as_object());
        zelf.base.resolve(zelf.as_object(), outcome, vm)?;
        // The coroutine's frame is kept, as CPython keeps it: `get_coro` still answers.
        let wakeup = zelf.driver.lock().wakeup.take();
        drop(wakeup);
        Ok(())
    }

    fn returned(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<StepOutcome> {
        if zelf.must_cancel.swap(false, Relaxed) {
            // Cancelled in the very step in which it returned.
            Self::finish(zelf, Outcome::Cancelled, vm)?;
            return Ok(StepOutcome::Cancelled);
        }
        let text = shown(&value, vm);
        Self::finish(zelf, Outcome::Result(value), vm)?;
        Ok(StepOutcome::Returned(text))
    }

    fn raised(
        zelf: &Py<Self>,
        error: PyBaseExceptionRef,
        vm: &VirtualMachine,
    ) -> PyResult<(StepOutcome, PyResult<()>)> {
        if bridge().is_cancelled(&error, vm) {
            // As in CPython, the message goes with this one error; whoever asks again gets one without.
            let message = {
                let mut slot = zelf.base.slot.lock();
                slot.cancelled_error = Some(error.into());
                slot.cancel_message.take()
            };
            drop(message);
            Self::finish(zelf, Outcome::Cancelled, vm)?;
            return Ok((StepOutcome::Cancelled, Ok(())));
        }
        let (exception, text) = shown_exception(&error, vm);
        let told = StepOutcome::Raised { exception, text };
        let traceback = error.__traceback__().map(Into::into);
        let ends_the_loop = error.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt)
            || error.fast_isinstance(vm.ctx.exceptions.system_exit);
        Self::finish(zelf, Outcome::Raised(error.clone(), traceback), vm)?;
        Ok((told, if ends_the_loop { Err(error) } else { Ok(()) }))
    }

    /// The coroutine gave something up: what is it to wait for?
    fn suspend(
        zelf: &Py<Self>,
        yielded: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<(StepOutcome, PyResult<()>)> {
        let event_loop = zelf.base.event_loop(vm)?;
        if vm.is_none(&yielded) {
            schedule_step(&event_loop, zelf.to_owned(), None, vm)?;
            return Ok((StepOutcome::Yielded, Ok(())));
        }
        match Self::mistake(zelf, &yielded, &event_loop, vm)? {
            Some(text) => {
                let error = vm.new_runtime_error(text);
                schedule_step(&event_loop, zelf.to_owned(), Some(error), vm)?;
                Ok((StepOutcome::Yielded, Ok(())))
            }
            None => {
                let awaited = Self::wait_for(zelf, yielded, vm)?;
                Ok((StepOutcome::Waiting(awaited), Ok(())))
            }
        }
    }

    /// What is wrong with awaiting this, in CPython's words.
    fn mistake(
        zelf: &Py<Self>,
        yielded: &PyObjectRef,
        event_loop: &PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<Option<String>> {
        let shown = |object: &PyObject| object.repr(vm).map(|text| text.to_string_lossy().into_owned());
        let blocking = match as_future(yielded) {
            Some(future) => Some(future.slot.lock().blocking),
            None => match vm.get_attribute_opt(yielded.clone(), "_asyncio_future_blocking")? {
                Some(value) if !vm.is_none(&value) => Some(value.try_to_bool(vm)?),
                _ => None,
            },
        };
        let this = || shown(zelf.as_object());
        let Some(blocking) = blocking else {
            let generator = yielded.class().is(vm.ctx.types.generator_type);
            return Ok(Some(if generator {
                format!(
                    "yield was used instead of yield from for generator in task {} with {}",
                    this()?,
                    shown(yielded)?
                )
            } else {
                format!("Task got bad yield: {}", shown(yielded)?)
            }));
        };
        let its_loop = match as_future(yielded) {
            Some(future) => future.event_loop(vm)?,
            None => vm.call_method(yielded, "get_loop", ())?,
        };
        if !its_loop.is(event_loop) {
            let text =
                format!("Task {} got Future {} attached to a different loop", this()?, shown(yielded)?);
            return Ok(Some(text));
        }
        if !blocking {
            let text =
                format!("yield was used instead of yield from in task {} with {}", this()?, shown(yielded)?);
            return Ok(Some(text));
        }
        if yielded.is(zelf.as_object()) {
            return Ok(Some(format!("Task cannot await on itself: {}", this()?)));
        }
        Ok(None)
    }

    /// Leaves a callback with the future; it wakes the task.
    fn wait_for(zelf: &Py<Self>, yielded: PyObjectRef, vm: &VirtualMachine) -> PyResult<Awaited> {
        let (wakeup, context) = {
            let mut driver = zelf.driver.lock();
            let fresh = || PyTaskWakeup { task: zelf.to_owned() }.into_ref(&vm.ctx).into();
            (driver.wakeup.get_or_insert_with(fresh).clone(), driver.context.clone())
        };
        let context: Option<PyObjectRef> = context.map(Into::into);
        let awaited = awaited(&yielded);
        match as_future(&yielded) {
            Some(future) => {
                future.slot.lock().blocking = false;
                future.add_callback(&yielded, wakeup, context, vm)?;
                future.slot.lock().awaited_by.push(zelf.as_object().to_owned());
            }
            None => {
                yielded.set_attr("_asyncio_future_blocking", vm.ctx.new_bool(false), vm)?;
                let context = context.unwrap_or_else(|| vm.ctx.none());
                let mut args = FuncArgs::from(vec![wakeup]);
                args.kwargs.insert("context".to_owned(), context);
                yielded.get_attr("add_done_callback", vm)?.call_with_args(args, vm)?;
            }
        }
        zelf.driver.lock().waiter = Some(yielded.clone());
        if zelf.must_cancel.load(Relaxed) && Self::cancel_waiter(zelf, &yielded, vm)? {
            zelf.must_cancel.store(false, Relaxed);
        }
        Ok(awaited)
    }

    fn cancel_waiter(zelf: &Py<Self>, waiter: &PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        let message = zelf.base.slot.lock().cancel_message.clone().unwrap_or_else(|| vm.ctx.none());
        let mut args = FuncArgs::default();
        args.kwargs.insert("msg".to_owned(), message);
        // Whoever waits for another who waits …: a circle of them is a recursion without an end.
        let cancel = || waiter.get_attr("cancel", vm)?.call_with_args(args, vm)?.try_to_bool(vm);
        vm.with_recursion("", cancel)
    }

    /// What the task waited for is resolved: goes on with its result or its exception.
    fn wake(
        zelf: &Py<Self>,
        handle: Option<HandleId>,
        future: &PyObject,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let result = match as_future(future) {
            Some(known) => {
                let mut slot = known.slot.lock();
                slot.awaited_by.retain(|waiter| !waiter.is(zelf.as_object()));
                drop(slot);
                known.take_result(vm)
            }
            None => vm.call_method(future, "result", ()),
        };
        Self::step(zelf, handle, result.err(), vm)
    }
}

/// Sends `None` into the coroutine, or throws.
fn resume(
    coroutine: &PyObjectRef,
    exception: Option<PyBaseExceptionRef>,
    vm: &VirtualMachine,
) -> PyResult<PyIterReturn> {
    let none = vm.ctx.none();
    if let Some(native) = coroutine.downcast_ref::<PyCoroutine>() {
        return match exception {
            None => native.as_coro().send(coroutine, none, vm),
            Some(exception) => native.as_coro().throw(coroutine, exception.into(), none.clone(), none, vm),
        };
    }
    let result = match exception {
        None => vm.call_method(coroutine, "send", (none,)),
        Some(exception) => vm.call_method(coroutine, "throw", (exception,)),
    };
    PyIterReturn::from_pyresult(result, vm)
}

/// What a coroutine that returned held in its variables goes away with its end, not with the coroutine.
fn clear_frame(coroutine: &PyObjectRef, vm: &VirtualMachine) {
    if let Some(native) = coroutine.downcast_ref::<PyCoroutine>() {
        // A frame that somebody else runs by now is left alone.
        drop(vm.call_method(native.as_coro().frame().as_object(), "clear", ()));
    }
}

fn is_coroutine(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
    if object.class().is(vm.ctx.types.coroutine_type) {
        return Ok(true);
    }
    library("asyncio.coroutines", "iscoroutine", vm)?.call((object.clone(),), vm)?.try_to_bool(vm)
}

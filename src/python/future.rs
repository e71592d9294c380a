//! `asyncio.Future`: a slot for a result, in CPython's wording, told to the instrumentation.
//!
//! Ours rather than the interpreter's, for two reasons that were measured: who makes and who resolves a future
//! has to be seen at the source, and the interpreter's own goes through an import and a method call for every
//! callback, several microseconds each.

mod iter;
mod methods;

pub(super) use self::iter::PyFutureIter;

use rustpython_vm::builtins::{PyBaseException, PyBaseExceptionRef, PyType};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::OptionalOption;
use rustpython_vm::object::{Traverse, TraverseFn};
use rustpython_vm::{
    AsObject, FromArgs, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass,
};

use super::bridge::{bridge, library, shown, shown_exception};
use super::callback::told_name;
use super::context::{PyContext, copy_current};
use super::event_loop::{schedule_callback, source_traceback};
use super::task::PyTask;
use crate::event::{Awaited, FutureKind, FutureOutcome};
use crate::executor::instrument;
use crate::id::FutureId;

/// How a future stands.
#[derive(Debug)]
pub(super) enum Outcome {
    Pending,
    Cancelled,
    Result(PyObjectRef),
    /// With the exception's traceback as it was when it was set.
    Raised(PyBaseExceptionRef, Option<PyObjectRef>),
}

#[allow(unsafe_code, reason = "the trait is unsafe to implement; this only visits every object it holds")]
unsafe impl Traverse for Outcome {
    fn traverse(&self, tracer: &mut TraverseFn<'_>) {
        match self {
            Self::Pending | Self::Cancelled => {}
            Self::Result(result) => result.traverse(tracer),
            Self::Raised(exception, traceback) => {
                exception.traverse(tracer);
                traceback.traverse(tracer);
            }
        }
    }
}

/// What a future consists of; a task has the same.
#[derive(Debug, Traverse)]
pub(super) struct Slot {
    pub(super) event_loop: Option<PyObjectRef>,
    pub(super) outcome: Outcome,
    pub(super) callbacks: Vec<(PyObjectRef, PyObjectRef)>,
    pub(super) cancel_message: Option<PyObjectRef>,
    /// The exception that cancelled it, kept so that its traceback is not lost.
    pub(super) cancelled_error: Option<PyObjectRef>,
    pub(super) source_traceback: Option<PyObjectRef>,
    pub(super) awaited_by: Vec<PyObjectRef>,
    #[pytraverse(skip)]
    pub(super) log_traceback: bool,
    /// `_asyncio_future_blocking`: set by `await`, cleared by the task that takes note.
    #[pytraverse(skip)]
    pub(super) blocking: bool,
    /// The future's number; 0 until it has one, and for tasks.
    #[pytraverse(skip)]
    pub(super) id: u32,
}

/// `asyncio.Future`.
#[pyclass(name = "Future", module = "_asyncio", traverse)]
#[derive(Debug, PyPayload)]
#[repr(C)]
pub(super) struct PyFuture {
    pub(super) slot: PyMutex<Slot>,
}

/// Something with a slot: a future or a task.
pub(super) fn as_future(object: &PyObject) -> Option<&PyFuture> {
    if let Some(task) = object.downcast_ref::<PyTask>() {
        return Some(&task.base);
    }
    object.downcast_ref::<PyFuture>().map(|future| &**future)
}

#[derive(FromArgs)]
pub(super) struct CallbackArgs {
    #[pyarg(positional)]
    pub(super) function: PyObjectRef,
    #[pyarg(named, optional)]
    pub(super) context: OptionalOption<PyObjectRef>,
}

#[derive(FromArgs)]
pub(super) struct CancelArgs {
    #[pyarg(any, optional)]
    pub(super) msg: OptionalOption<PyObjectRef>,
}

impl PyFuture {
    pub(super) fn empty() -> Self {
        Self {
            slot: PyMutex::new(Slot {
                event_loop: None,
                outcome: Outcome::Pending,
                callbacks: Vec::new(),
                cancel_message: None,
                cancelled_error: None,
                source_traceback: None,
                awaited_by: Vec::new(),
                log_traceback: false,
                blocking: false,
                id: 0,
            }),
        }
    }

    /// Gives the future its number and tells that it exists.
    pub(super) fn announce(&self, vm: &VirtualMachine) {
        let bridge = bridge();
        let id = FutureId(bridge.scheduler.ids().futures.next());
        self.slot.lock().id = id.0;
        if instrument::enabled() {
            let kind = bridge.places.purpose(vm);
            let location = bridge.places.caller(bridge.scheduler.names(), vm);
            instrument::future_created(&bridge.scheduler, id, kind, location);
        }
    }

    /// Binds the future to a loop, by default the current one; debug mode remembers where.
    pub(super) fn bind(&self, event_loop: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        let event_loop = match event_loop {
            Some(given) => given,
            None => library("asyncio.events", "get_event_loop", vm)?.call((), vm)?,
        };
        let traceback = source_traceback(&event_loop, vm)?;
        let mut slot = self.slot.lock();
        slot.event_loop = Some(event_loop);
        slot.source_traceback = traceback;
        Ok(())
    }

    pub(super) fn event_loop(&self, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let found = self.slot.lock().event_loop.clone();
        found.ok_or_else(|| vm.new_runtime_error("Future object is not initialized."))
    }

    pub(super) fn is_pending(&self) -> bool {
        matches!(self.slot.lock().outcome, Outcome::Pending)
    }

    pub(super) fn is_cancelled(&self) -> bool {
        matches!(self.slot.lock().outcome, Outcome::Cancelled)
    }

    pub(super) fn cancelled_error(&self, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let (kept, message) = {
            let mut slot = self.slot.lock();
            (slot.cancelled_error.take(), slot.cancel_message.clone())
        };
        match kept.and_then(|kept| kept.downcast::<PyBaseException>().ok()) {
            Some(error) => error,
            None => vm.new_exception(bridge().cancelled_error(vm), message.into_iter().collect()),
        }
    }

    /// What the result is, if there is one; an exception of the future is raised with its own traceback.
    pub(super) fn take_result(&self, vm: &VirtualMachine) -> PyResult {
        let (exception, traceback) = {
            let mut slot = self.slot.lock();
            match &mut slot.outcome {
                Outcome::Pending => {
                    drop(slot);
                    return Err(bridge().invalid_state("Result is not set.", vm));
                }
                Outcome::Cancelled => {
                    drop(slot);
                    return Err(self.cancelled_error(vm));
                }
                Outcome::Result(result) => return Ok(result.clone()),
                Outcome::Raised(exception, traceback) => {
                    // As in CPython, whoever asks first gets the traceback; the next see their own alone.
                    let found = (exception.clone(), traceback.take());
                    slot.log_traceback = false;
                    found
                }
            }
        };
        let traceback = traceback.unwrap_or_else(|| vm.ctx.none());
        exception.as_object().set_attr("__traceback__", traceback, vm)?;
        Err(exception)
    }

    pub(super) fn get_exception(&self, vm: &VirtualMachine) -> PyResult {
        let mut slot = self.slot.lock();
        match &slot.outcome {
            Outcome::Pending => {
                drop(slot);
                Err(bridge().invalid_state("Exception is not set.", vm))
            }
            Outcome::Cancelled => {
                drop(slot);
                Err(self.cancelled_error(vm))
            }
            Outcome::Result(_) => Ok(vm.ctx.none()),
            Outcome::Raised(exception, _) => {
                let exception = exception.clone().into();
                slot.log_traceback = false;
                Ok(exception)
            }
        }
    }

    /// Gives the future its outcome and schedules its callbacks.
    pub(super) fn resolve(&self, this: &PyObject, outcome: Outcome, vm: &VirtualMachine) -> PyResult<()> {
        {
            let mut slot = self.slot.lock();
            slot.log_traceback = matches!(outcome, Outcome::Raised(..));
            slot.outcome = outcome;
        }
        self.tell_resolved(vm);
        self.schedule_callbacks(this, vm)
    }

    fn tell_resolved(&self, vm: &VirtualMachine) {
        if !instrument::enabled() {
            return;
        }
        let slot = self.slot.lock();
        let id = FutureId(slot.id);
        let outcome = match &slot.outcome {
            Outcome::Pending => return,
            Outcome::Cancelled => FutureOutcome::Cancelled,
            Outcome::Result(result) => {
                let result = result.clone();
                drop(slot);
                FutureOutcome::Result(shown(&result, vm))
            }
            Outcome::Raised(exception, _) => {
                let exception = exception.clone();
                drop(slot);
                let (exception, text) = shown_exception(&exception, vm);
                FutureOutcome::Raised { exception, text }
            }
        };
        // A task's end is the end of its last step, and told there.
        if id.0 != 0 {
            instrument::future_resolved(&bridge().scheduler, id, &outcome);
        }
    }

    fn schedule_callbacks(&self, this: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
        let (event_loop, callbacks) = {
            let mut slot = self.slot.lock();
            (slot.event_loop.clone(), std::mem::take(&mut slot.callbacks))
        };
        let Some(event_loop) = event_loop else { return Ok(()) };
        for (callback, context) in callbacks {
            schedule_callback(&event_loop, callback, vec![this.to_owned()], context, vm)?;
        }
        Ok(())
    }

    pub(super) fn add_callback(
        &self,
        this: &PyObject,
        function: PyObjectRef,
        context: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let event_loop = self.event_loop(vm)?;
        let context = context.unwrap_or_else(|| copy_current(vm).into());
        let mut slot = self.slot.lock();
        if matches!(slot.outcome, Outcome::Pending) {
            let listened = instrument::enabled().then(|| function.clone());
            slot.callbacks.push((function, context));
            drop(slot);
            if let Some(name) = listened.and_then(|function| told_name(&function, vm)) {
                instrument::callback_added(&bridge().scheduler, awaited(this), name);
            }
            return Ok(());
        }
        drop(slot);
        schedule_callback(&event_loop, function, vec![this.to_owned()], context, vm)
    }

    /// Removes every callback equal to `function`; says how many.
    pub(super) fn remove_callback(
        &self,
        this: &PyObject,
        function: &PyObject,
        vm: &VirtualMachine,
    ) -> PyResult<usize> {
        // Comparing may run code of the program, so it is done on a copy.
        let callbacks = self.slot.lock().callbacks.clone();
        let mut kept = Vec::with_capacity(callbacks.len());
        let mut removed = Vec::new();
        for entry in callbacks {
            let is_meant = vm.identical_or_equal(&entry.0, function)?;
            if is_meant { &mut removed } else { &mut kept }.push(entry);
        }
        if !removed.is_empty() {
            let replaced = std::mem::replace(&mut self.slot.lock().callbacks, kept);
            drop(replaced);
        }
        for name in removed.iter().filter_map(|(function, _)| told_name(function, vm)) {
            instrument::callback_removed(&bridge().scheduler, awaited(this), name);
        }
        Ok(removed.len())
    }

    /// `cancel`, of a future that is no task.
    pub(super) fn cancel_with(
        &self,
        this: &PyObject,
        message: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<bool> {
        let replaced = {
            let mut slot = self.slot.lock();
            slot.log_traceback = false;
            if !matches!(slot.outcome, Outcome::Pending) {
                return Ok(false);
            }
            std::mem::replace(&mut slot.cancel_message, message)
        };
        // What it replaces goes only now that the slot is free: its destructor may look at this future.
        drop(replaced);
        self.resolve(this, Outcome::Cancelled, vm)?;
        Ok(true)
    }

    /// Reports an exception that nobody asked for, when the future goes away.
    pub(super) fn report_unretrieved(&self, this: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
        let (event_loop, exception, traceback) = {
            let slot = self.slot.lock();
            let Outcome::Raised(exception, _) = &slot.outcome else { return Ok(()) };
            let Some(event_loop) = slot.event_loop.clone().filter(|_| slot.log_traceback) else {
                return Ok(());
            };
            (event_loop, exception.clone(), slot.source_traceback.clone())
        };
        let context = vm.ctx.new_dict();
        let message = format!("{} exception was never retrieved", this.class().name());
        context.set_item("message", vm.ctx.new_str(message).into(), vm)?;
        context.set_item("exception", exception.into(), vm)?;
        context.set_item("future", this.to_owned(), vm)?;
        if let Some(traceback) = traceback {
            context.set_item("source_traceback", traceback, vm)?;
        }
        vm.call_method(&event_loop, "call_exception_handler", (context,)).map(drop)
    }

    /// `exception` as `set_exception` takes it: an instance, and no `StopIteration`.
    fn normalize(exception: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyBaseExceptionRef> {
        let exception = if exception.downcastable::<PyType>() { exception.call((), vm)? } else { exception };
        let exception: PyBaseExceptionRef =
            exception.downcast().map_err(|_| vm.new_type_error("invalid exception object"))?;
        if !exception.fast_isinstance(vm.ctx.exceptions.stop_iteration) {
            return Ok(exception);
        }
        let error = vm.new_runtime_error(
            "StopIteration interacts badly with generators and cannot be raised into a Future",
        );
        error.set___cause__(Some(exception.clone()));
        error.set___context__(Some(exception));
        Ok(error)
    }
}

/// What a task awaits, or a callback is left with.
pub(super) fn awaited(object: &PyObject) -> Awaited {
    match object.downcast_ref::<PyTask>() {
        Some(task) => Awaited::Task(task.number()),
        None => Awaited::Future(number_of(object)),
    }
}

/// The number of a future that a task awaits; one that is not of this type gets its number here.
fn number_of(future: &PyObject) -> FutureId {
    let scheduler = &bridge().scheduler;
    match as_future(future) {
        Some(known) if known.slot.lock().id != 0 => FutureId(known.slot.lock().id),
        _ => {
            let id = FutureId(scheduler.ids().futures.next());
            instrument::future_created(scheduler, id, FutureKind::Plain, None);
            id
        }
    }
}

/// The context of a callback, as the library's own code passes it on.
pub(super) fn context_of(context: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyContext>> {
    context.downcast().map_err(|context| {
        vm.new_type_error(format!("a Context was expected, got '{}'", context.class().name()))
    })
}

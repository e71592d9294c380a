//! `asyncio.Future`: a slot for a result, in CPython's wording, told to the instrumentation.
//!
//! Ours rather than the interpreter's, for two reasons that were measured: who makes and who resolves a future
//! has to be seen at the source, and the interpreter's own goes through an import and a method call for every
//! callback, several microseconds each.

use rustpython_vm::builtins::{
    PyBaseException, PyBaseExceptionRef, PyGenericAlias, PyStr, PyType, PyTypeRef,
};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, OptionalArg, OptionalOption, PySetterValue};
use rustpython_vm::object::{Traverse, TraverseFn};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{
    Constructor, Destructor, Initializer, IterNext, Iterable, Representable, SelfIter,
};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine,
    pyclass,
};

use super::bridge::{bridge, library, shown, shown_exception};
use super::context::{PyContext, copy_current};
use super::event_loop::schedule_callback;
use super::task::PyTask;
use crate::event::{FutureKind, FutureOutcome};
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

#[derive(FromArgs)]
pub(super) struct FutureArgs {
    #[pyarg(named, name = "loop", optional)]
    event_loop: OptionalOption<PyObjectRef>,
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

    /// A future of this loop, for `loop.create_future()`.
    pub(super) fn of_loop(event_loop: PyObjectRef, vm: &VirtualMachine) -> PyRef<Self> {
        let future = Self::empty().into_ref(&vm.ctx);
        future.slot.lock().event_loop = Some(event_loop);
        future.announce(vm);
        future
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
        let debug = vm.call_method(&event_loop, "get_debug", ())?.try_to_bool(vm)?;
        let traceback = if debug {
            let frame = vm.current_frame().map_or_else(|| vm.ctx.none(), Into::into);
            Some(library("asyncio.format_helpers", "extract_stack", vm)?.call((frame,), vm)?)
        } else {
            None
        };
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
            match &slot.outcome {
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
                    let found = (exception.clone(), traceback.clone());
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
            slot.callbacks.push((function, context));
            return Ok(());
        }
        drop(slot);
        schedule_callback(&event_loop, function, vec![this.to_owned()], context, vm)
    }

    /// Removes every callback equal to `function`; says how many.
    pub(super) fn remove_callback(&self, function: &PyObject, vm: &VirtualMachine) -> PyResult<usize> {
        // Comparing may run code of the program, so it is done on a copy.
        let callbacks = self.slot.lock().callbacks.clone();
        let mut kept = Vec::with_capacity(callbacks.len());
        let before = callbacks.len();
        for entry in callbacks {
            if !vm.identical_or_equal(&entry.0, function)? {
                kept.push(entry);
            }
        }
        let removed = before - kept.len();
        if removed > 0 {
            let replaced = std::mem::replace(&mut self.slot.lock().callbacks, kept);
            drop(replaced);
        }
        Ok(removed)
    }

    /// `cancel`, of a future that is no task.
    pub(super) fn cancel_with(
        &self,
        this: &PyObject,
        message: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<bool> {
        {
            let mut slot = self.slot.lock();
            slot.log_traceback = false;
            if !matches!(slot.outcome, Outcome::Pending) {
                return Ok(false);
            }
            slot.cancel_message = message;
        }
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

impl Constructor for PyFuture {
    type Args = FuncArgs;

    fn py_new(_: &Py<PyType>, _: FuncArgs, _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::empty())
    }
}

impl Initializer for PyFuture {
    type Args = FutureArgs;

    fn init(zelf: PyRef<Self>, args: FutureArgs, vm: &VirtualMachine) -> PyResult<()> {
        zelf.bind(args.event_loop.flatten(), vm)?;
        zelf.announce(vm);
        Ok(())
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Destructor, Representable, Iterable)
)]
impl PyFuture {
    #[pymethod]
    fn result(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.take_result(vm)
    }

    #[pymethod]
    fn exception(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.get_exception(vm)
    }

    #[pymethod]
    fn set_result(zelf: &Py<Self>, result: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        zelf.event_loop(vm)?;
        if !zelf.is_pending() {
            return Err(bridge().invalid_state("invalid state", vm));
        }
        zelf.resolve(zelf.as_object(), Outcome::Result(result), vm)
    }

    #[pymethod]
    fn set_exception(zelf: &Py<Self>, exception: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        zelf.event_loop(vm)?;
        if !zelf.is_pending() {
            return Err(bridge().invalid_state("invalid state", vm));
        }
        let exception = Self::normalize(exception, vm)?;
        let traceback = exception.__traceback__().map(Into::into);
        zelf.resolve(zelf.as_object(), Outcome::Raised(exception, traceback), vm)
    }

    #[pymethod]
    fn add_done_callback(zelf: &Py<Self>, args: CallbackArgs, vm: &VirtualMachine) -> PyResult<()> {
        zelf.add_callback(zelf.as_object(), args.function, args.context.flatten(), vm)
    }

    #[pymethod]
    fn remove_done_callback(zelf: &Py<Self>, function: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        zelf.remove_callback(&function, vm)
    }

    #[pymethod]
    fn cancel(zelf: &Py<Self>, args: CancelArgs, vm: &VirtualMachine) -> PyResult<bool> {
        zelf.event_loop(vm)?;
        zelf.cancel_with(zelf.as_object(), args.msg.flatten(), vm)
    }

    #[pymethod]
    fn cancelled(zelf: &Py<Self>) -> bool {
        zelf.is_cancelled()
    }

    #[pymethod]
    fn done(zelf: &Py<Self>) -> bool {
        !zelf.is_pending()
    }

    #[pymethod]
    fn get_loop(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        zelf.event_loop(vm)
    }

    #[pymethod]
    fn _make_cancelled_error(zelf: &Py<Self>, vm: &VirtualMachine) -> PyBaseExceptionRef {
        zelf.cancelled_error(vm)
    }

    #[pymethod]
    fn __await__(zelf: PyRef<Self>) -> PyFutureIter {
        PyFutureIter::of(zelf.into())
    }

    #[pyclassmethod]
    fn __class_getitem__(class: PyTypeRef, args: PyObjectRef, vm: &VirtualMachine) -> PyGenericAlias {
        PyGenericAlias::from_args(class, args, vm)
    }

    #[pygetset]
    fn _state(&self) -> &'static str {
        match self.slot.lock().outcome {
            Outcome::Pending => "PENDING",
            Outcome::Cancelled => "CANCELLED",
            Outcome::Result(_) | Outcome::Raised(..) => "FINISHED",
        }
    }

    #[pygetset]
    fn _asyncio_future_blocking(&self) -> bool {
        self.slot.lock().blocking
    }

    #[pygetset(setter)]
    fn set__asyncio_future_blocking(
        &self,
        value: PySetterValue<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("cannot delete attribute"));
        };
        self.slot.lock().blocking = value.try_to_bool(vm)?;
        Ok(())
    }

    #[pygetset]
    fn _loop(&self) -> Option<PyObjectRef> {
        self.slot.lock().event_loop.clone()
    }

    #[pygetset]
    fn _callbacks(&self, vm: &VirtualMachine) -> PyObjectRef {
        let callbacks = self.slot.lock().callbacks.clone();
        if callbacks.is_empty() {
            return vm.ctx.none();
        }
        let pair = |(function, context)| vm.ctx.new_tuple(vec![function, context]).into();
        vm.ctx.new_list(callbacks.into_iter().map(pair).collect()).into()
    }

    #[pygetset]
    fn _result(&self) -> Option<PyObjectRef> {
        match &self.slot.lock().outcome {
            Outcome::Result(result) => Some(result.clone()),
            _ => None,
        }
    }

    #[pygetset]
    fn _exception(&self) -> Option<PyObjectRef> {
        match &self.slot.lock().outcome {
            Outcome::Raised(exception, _) => Some(exception.clone().into()),
            _ => None,
        }
    }

    #[pygetset]
    fn _log_traceback(&self) -> bool {
        self.slot.lock().log_traceback
    }

    #[pygetset(setter)]
    fn set__log_traceback(&self, value: PySetterValue<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("cannot delete attribute"));
        };
        if value.try_to_bool(vm)? {
            return Err(vm.new_value_error("_log_traceback can only be set to False"));
        }
        self.slot.lock().log_traceback = false;
        Ok(())
    }

    #[pygetset]
    fn _source_traceback(&self) -> Option<PyObjectRef> {
        self.slot.lock().source_traceback.clone()
    }

    #[pygetset]
    fn _cancel_message(&self) -> Option<PyObjectRef> {
        self.slot.lock().cancel_message.clone()
    }

    #[pygetset(setter)]
    fn set__cancel_message(&self, value: PySetterValue<PyObjectRef>) {
        let message = match value {
            PySetterValue::Assign(message) => Some(message),
            PySetterValue::Delete => None,
        };
        let replaced = std::mem::replace(&mut self.slot.lock().cancel_message, message);
        drop(replaced);
    }

    #[pygetset]
    fn _asyncio_awaited_by(&self, vm: &VirtualMachine) -> PyResult {
        let waiters = self.slot.lock().awaited_by.clone();
        if waiters.is_empty() {
            return Ok(vm.ctx.none());
        }
        let waiters = vm.ctx.new_list(waiters);
        vm.ctx.types.frozenset_type.as_object().call((waiters,), vm)
    }
}

impl Destructor for PyFuture {
    fn del(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        zelf.report_unretrieved(zelf.as_object(), vm)
    }
}

impl Representable for PyFuture {
    fn repr(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        let text = library("asyncio.base_futures", "_future_repr", vm)?.call((zelf.to_owned(),), vm)?;
        text.downcast().map_err(|_| vm.new_type_error("__repr__ returned non-string"))
    }

    fn repr_str(_: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        unreachable!("repr is given above")
    }
}

impl Iterable for PyFuture {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(Self::__await__(zelf).into_ref(&vm.ctx).into())
    }
}

/// The number of a future that a task awaits; one that is not of this type gets its number here.
pub(super) fn number_of(future: &PyObject) -> FutureId {
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

/// What `await` drives: gives up the future once, then its result.
#[pyclass(name = "FutureIter", module = "_asyncio", traverse)]
#[derive(Debug, PyPayload)]
pub(super) struct PyFutureIter {
    future: PyMutex<Option<PyObjectRef>>,
}

impl PyFutureIter {
    /// What `await` on this future or task drives.
    pub(super) fn of(future: PyObjectRef) -> Self {
        Self { future: PyMutex::new(Some(future)) }
    }

    fn resume(&self, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let Some(object) = self.future.lock().clone() else { return Ok(PyIterReturn::StopIteration(None)) };
        let Some(future) = as_future(&object) else {
            return Err(vm.new_type_error("a future was expected"));
        };
        if future.is_pending() {
            let mut slot = future.slot.lock();
            if slot.blocking {
                drop(slot);
                return Err(vm.new_runtime_error("await wasn't used with future"));
            }
            slot.blocking = true;
            drop(slot);
            return Ok(PyIterReturn::Return(object));
        }
        self.future.lock().take();
        let result = future.take_result(vm)?;
        Ok(PyIterReturn::StopIteration(Some(result)))
    }
}

#[pyclass(with(IterNext, Iterable))]
impl PyFutureIter {
    #[pymethod]
    fn send(&self, _value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        match self.resume(vm)? {
            PyIterReturn::Return(future) => Ok(future),
            PyIterReturn::StopIteration(value) => Err(vm.new_stop_iteration(value)),
        }
    }

    #[pymethod]
    fn throw(
        &self,
        kind: PyObjectRef,
        value: OptionalArg,
        traceback: OptionalArg,
        vm: &VirtualMachine,
    ) -> PyResult {
        self.close();
        let error = vm.normalize_exception(kind, value.unwrap_or_none(vm), traceback.unwrap_or_none(vm))?;
        Err(error)
    }

    #[pymethod]
    fn close(&self) {
        let future = self.future.lock().take();
        drop(future);
    }
}

impl SelfIter for PyFutureIter {}

impl IterNext for PyFutureIter {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        zelf.resume(vm)
    }
}

/// The context of a callback, as the library's own code passes it on.
pub(super) fn context_of(context: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyContext>> {
    context.downcast().map_err(|context| {
        vm.new_type_error(format!("a Context was expected, got '{}'", context.class().name()))
    })
}

//! What Python sees of a future: its methods and attributes.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyGenericAlias, PyStr, PyType, PyTypeRef};
use rustpython_vm::function::{FuncArgs, OptionalOption, PySetterValue};
use rustpython_vm::types::{Constructor, Destructor, Initializer, Iterable, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::super::bridge::{bridge, represented};
use super::{CallbackArgs, CancelArgs, Outcome, PyFuture, PyFutureIter};

#[derive(FromArgs)]
pub(in crate::python) struct FutureArgs {
    #[pyarg(named, name = "loop", optional)]
    event_loop: OptionalOption<PyObjectRef>,
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
        zelf.remove_callback(zelf.as_object(), &function, vm)
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
        represented(zelf.as_object(), "asyncio.base_futures", "_future_repr", vm)
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

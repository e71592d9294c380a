//! What Python sees of a task: its methods and attributes.

use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU32, Ordering::Relaxed};

use rustpython_vm::builtins::{PyBaseExceptionRef, PyGenericAlias, PyStr, PyStrRef, PyType, PyTypeRef};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, OptionalOption, PySetterValue};
use rustpython_vm::types::{Constructor, Destructor, Initializer, Iterable, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::super::bridge::{bridge, library, represented, shown};
use super::super::context::PyContext;
use super::super::future::{CallbackArgs, CancelArgs, PyFuture, PyFutureIter};
use super::{Driver, PyTask, TaskArgs};
use crate::executor::instrument;

impl Constructor for PyTask {
    type Args = FuncArgs;

    fn py_new(_: &Py<PyType>, _: FuncArgs, _: &VirtualMachine) -> PyResult<Self> {
        let driver = Driver { coroutine: None, waiter: None, name: None, context: None, wakeup: None };
        Ok(Self {
            base: PyFuture::empty(),
            driver: PyMutex::new(driver),
            must_cancel: AtomicBool::new(false),
            cancels_requested: AtomicI32::new(0),
            log_destroy_pending: AtomicBool::new(true),
            id: AtomicU32::new(0),
            steps: AtomicU32::new(0),
        })
    }
}

impl Initializer for PyTask {
    type Args = TaskArgs;

    fn init(zelf: PyRef<Self>, args: TaskArgs, vm: &VirtualMachine) -> PyResult<()> {
        Self::start(&zelf, args, vm)
    }
}

#[pyclass(
    flags(BASETYPE, HAS_DICT, HAS_WEAKREF),
    with(Constructor, Initializer, Destructor, Representable, Iterable)
)]
impl PyTask {
    #[pymethod]
    fn result(&self, vm: &VirtualMachine) -> PyResult {
        self.base.take_result(vm)
    }

    #[pymethod]
    fn exception(&self, vm: &VirtualMachine) -> PyResult {
        self.base.get_exception(vm)
    }

    #[pymethod]
    fn set_result(&self, _result: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_runtime_error("Task does not support set_result operation"))
    }

    #[pymethod]
    fn set_exception(&self, _exception: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_runtime_error("Task does not support set_exception operation"))
    }

    #[pymethod]
    fn add_done_callback(zelf: &Py<Self>, args: CallbackArgs, vm: &VirtualMachine) -> PyResult<()> {
        zelf.base.add_callback(zelf.as_object(), args.function, args.context.flatten(), vm)
    }

    #[pymethod]
    fn remove_done_callback(zelf: &Py<Self>, function: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        zelf.base.remove_callback(zelf.as_object(), &function, vm)
    }

    #[pymethod]
    fn cancel(zelf: &Py<Self>, args: CancelArgs, vm: &VirtualMachine) -> PyResult<bool> {
        zelf.base.slot.lock().log_traceback = false;
        if !zelf.base.is_pending() {
            return Ok(false);
        }
        let message = args.msg.flatten();
        if instrument::enabled() {
            let bridge = bridge();
            let location = bridge.places.caller(bridge.scheduler.names(), vm);
            let text = message.as_ref().map(|message| shown(message, vm));
            instrument::cancel_requested(&bridge.scheduler, zelf.number(), location, text.as_deref());
        }
        zelf.cancels_requested.fetch_add(1, Relaxed);
        let replaced = std::mem::replace(&mut zelf.base.slot.lock().cancel_message, message);
        drop(replaced);
        let waiter = zelf.driver.lock().waiter.clone();
        if let Some(waiter) = waiter
            && Self::cancel_waiter(zelf, &waiter, vm)?
        {
            // The future that the task waits for is cancelled, and that wakes it.
            return Ok(true);
        }
        zelf.must_cancel.store(true, Relaxed);
        Ok(true)
    }

    #[pymethod]
    fn cancelling(&self) -> i32 {
        self.cancels_requested.load(Relaxed)
    }

    #[pymethod]
    fn uncancel(&self) -> i32 {
        let left = (self.cancels_requested.load(Relaxed) - 1).max(0);
        self.cancels_requested.store(left, Relaxed);
        if left == 0 {
            self.must_cancel.store(false, Relaxed);
        }
        left
    }

    #[pymethod]
    fn cancelled(&self) -> bool {
        self.base.is_cancelled()
    }

    #[pymethod]
    fn done(&self) -> bool {
        !self.base.is_pending()
    }

    #[pymethod]
    fn get_loop(&self, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        self.base.event_loop(vm)
    }

    #[pymethod]
    fn get_coro(&self) -> Option<PyObjectRef> {
        self.driver.lock().coroutine.clone()
    }

    #[pymethod]
    fn get_context(&self) -> Option<PyRef<PyContext>> {
        self.driver.lock().context.clone()
    }

    #[pymethod]
    fn get_name(&self) -> Option<PyObjectRef> {
        self.driver.lock().name.clone()
    }

    #[pymethod]
    fn set_name(&self, name: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let name: PyStrRef = name.str(vm)?;
        let replaced = self.driver.lock().name.replace(name.into());
        drop(replaced);
        Ok(())
    }

    #[pymethod]
    fn get_stack(zelf: PyRef<Self>, args: StackArgs, vm: &VirtualMachine) -> PyResult {
        let limit = args.limit.flatten().unwrap_or_else(|| vm.ctx.none());
        library("asyncio.base_tasks", "_task_get_stack", vm)?.call((zelf, limit), vm)
    }

    #[pymethod]
    fn print_stack(zelf: PyRef<Self>, args: PrintStackArgs, vm: &VirtualMachine) -> PyResult {
        let limit = args.limit.flatten().unwrap_or_else(|| vm.ctx.none());
        let file = args.file.flatten().unwrap_or_else(|| vm.ctx.none());
        library("asyncio.base_tasks", "_task_print_stack", vm)?.call((zelf, limit, file), vm)
    }

    #[pymethod]
    fn _make_cancelled_error(zelf: &Py<Self>, vm: &VirtualMachine) -> PyBaseExceptionRef {
        zelf.base.cancelled_error(vm)
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
    fn _coro(&self) -> Option<PyObjectRef> {
        self.driver.lock().coroutine.clone()
    }

    #[pygetset]
    fn _fut_waiter(&self) -> Option<PyObjectRef> {
        self.driver.lock().waiter.clone()
    }

    #[pygetset]
    fn _must_cancel(&self) -> bool {
        self.must_cancel.load(Relaxed)
    }

    #[pygetset]
    fn _log_destroy_pending(&self) -> bool {
        self.log_destroy_pending.load(Relaxed)
    }

    #[pygetset(setter)]
    fn set__log_destroy_pending(
        &self,
        value: PySetterValue<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        if let PySetterValue::Assign(value) = value {
            self.log_destroy_pending.store(value.try_to_bool(vm)?, Relaxed);
        }
        Ok(())
    }
}

#[derive(FromArgs)]
pub(in crate::python) struct StackArgs {
    #[pyarg(named, optional)]
    limit: OptionalOption<PyObjectRef>,
}

#[derive(FromArgs)]
pub(in crate::python) struct PrintStackArgs {
    #[pyarg(named, optional)]
    limit: OptionalOption<PyObjectRef>,
    #[pyarg(named, optional)]
    file: OptionalOption<PyObjectRef>,
}

impl Destructor for PyTask {
    fn del(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        let unfinished = zelf.base.is_pending() && zelf.log_destroy_pending.load(Relaxed);
        let event_loop = zelf.base.slot.lock().event_loop.clone();
        if let Some(event_loop) = event_loop.filter(|_| unfinished) {
            let context = vm.ctx.new_dict();
            context.set_item("task", zelf.to_owned().into(), vm)?;
            let message = vm.ctx.new_str("Task was destroyed but it is pending!");
            context.set_item("message", message.into(), vm)?;
            if let Some(traceback) = zelf.base.slot.lock().source_traceback.clone() {
                context.set_item("source_traceback", traceback, vm)?;
            }
            vm.call_method(&event_loop, "call_exception_handler", (context,))?;
        }
        zelf.base.report_unretrieved(zelf.as_object(), vm)
    }
}

impl Representable for PyTask {
    fn repr(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        represented(zelf.as_object(), "asyncio.base_tasks", "_task_repr", vm)
    }

    fn repr_str(_: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        unreachable!("repr is given above")
    }
}

impl Iterable for PyTask {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(PyFutureIter::of(zelf.into()).into_ref(&vm.ctx).into())
    }
}

//! What drives `await` on a future.

use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, SelfIter};
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, Traverse, VirtualMachine, pyclass};

use super::as_future;

/// What `await` drives: gives up the future once, then its result.
#[pyclass(name = "FutureIter", module = "_asyncio", traverse)]
#[derive(Debug, PyPayload)]
pub(in crate::python) struct PyFutureIter {
    future: PyMutex<Option<PyObjectRef>>,
}

impl PyFutureIter {
    /// What `await` on this future or task drives.
    pub(in crate::python) fn of(future: PyObjectRef) -> Self {
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

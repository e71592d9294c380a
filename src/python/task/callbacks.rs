//! The callbacks that resume a task: what it leaves with a future, and what it puts on a loop.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::types::Callable;
use rustpython_vm::{
    Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass,
};

use super::PyTask;
use crate::id::HandleId;

/// The callback that a waiting task leaves with its future: `Task.task_wakeup`.
#[pyclass(name = "TaskWakeupMethWrapper", module = "_asyncio", traverse)]
#[derive(Debug, PyPayload)]
pub(in crate::python) struct PyTaskWakeup {
    pub(in crate::python) task: PyRef<PyTask>,
}

impl PyTaskWakeup {
    /// Wakes the task; `handle` is what runs this.
    pub(in crate::python) fn run(
        &self,
        handle: Option<HandleId>,
        future: &PyObject,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        PyTask::wake(&self.task, handle, future, vm)
    }
}

#[pyclass(with(Callable))]
impl PyTaskWakeup {
    #[pygetset]
    fn __self__(&self) -> PyObjectRef {
        self.task.clone().into()
    }

    #[pygetset]
    fn __qualname__(&self) -> &'static str {
        "Task.task_wakeup"
    }

    #[pygetset]
    fn __name__(&self) -> &'static str {
        "task_wakeup"
    }
}

impl Callable for PyTaskWakeup {
    type Args = (PyObjectRef,);

    fn call(zelf: &Py<Self>, (future,): Self::Args, vm: &VirtualMachine) -> PyResult {
        zelf.run(None, &future, vm).map(|()| vm.ctx.none())
    }
}

/// The callback that runs a task's step, where a loop is not ours and wants something to call.
#[pyclass(name = "TaskStepMethWrapper", module = "_asyncio", traverse)]
#[derive(Debug, PyPayload)]
pub(in crate::python) struct PyTaskStep {
    pub(in crate::python) task: PyRef<PyTask>,
    pub(in crate::python) exception: Option<PyBaseExceptionRef>,
}

#[pyclass(with(Callable))]
impl PyTaskStep {
    #[pygetset]
    fn __self__(&self) -> PyObjectRef {
        self.task.clone().into()
    }
}

impl Callable for PyTaskStep {
    type Args = ();

    fn call(zelf: &Py<Self>, (): (), vm: &VirtualMachine) -> PyResult {
        PyTask::step(&zelf.task, None, zelf.exception.clone(), vm).map(|()| vm.ctx.none())
    }
}

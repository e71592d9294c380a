//! Handlers of signals, called with the frame that was interrupted: the interpreter gives them `None`.

use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::Callable;
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass};

/// Stands before a handler of the program's.
#[pyclass(name = "signal_handler", module = "_loopscope", traverse)]
#[derive(Debug, PyPayload)]
pub(super) struct PySignalHandler {
    handler: PyObjectRef,
}

impl PySignalHandler {
    /// Before this handler.
    pub(super) fn before(handler: PyObjectRef, vm: &VirtualMachine) -> PyRef<Self> {
        Self { handler }.into_ref(&vm.ctx)
    }
}

#[pyclass(with(Callable))]
impl PySignalHandler {}

impl Callable for PySignalHandler {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let number = args.args.into_iter().next().unwrap_or_else(|| vm.ctx.none());
        let frame = vm.current_frame().map_or_else(|| vm.ctx.none(), Into::into);
        zelf.handler.call((number, frame), vm)
    }
}

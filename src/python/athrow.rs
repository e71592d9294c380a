//! `athrow()` of an asynchronous generator: the interpreter counts one that handles the exception and goes on as ended.

use std::sync::OnceLock;

use rustpython_vm::builtins::PyAsyncGen;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::types::{IterNext, Iterable, SelfIter};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass,
};

/// The method as it was.
static ORIGINAL: OnceLock<PyObjectRef> = OnceLock::new();

/// Notes the interpreter's own method; the first call counts.
pub(super) fn keep_original(method: PyObjectRef) {
    ORIGINAL.get_or_init(|| method);
}

/// What `athrow()` gives: it throws when it is awaited.
#[pyclass(name = "async_generator_athrow", module = false, traverse)]
#[derive(Debug, PyPayload)]
pub(super) struct PyAthrow {
    generator: PyRef<PyAsyncGen>,
    inner: PyObjectRef,
}

/// `async_generator.athrow`.
pub(super) fn athrow(
    generator: PyRef<PyAsyncGen>,
    mut args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyAthrow>> {
    let original = ORIGINAL.get().expect("the method is kept before it is replaced");
    args.prepend_arg(generator.clone().into());
    let inner = original.call_with_args(args, vm)?;
    Ok(PyAthrow { generator, inner }.into_ref(&vm.ctx))
}

impl PyAthrow {
    /// What the generator does. Where a `StopIteration` carries what an open one yields next, it has not ended.
    fn go_on(&self, method: &'static str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let closed = &self.generator.as_coro().closed;
        let was_open = !closed.load();
        let result = self.inner.get_attr(method, vm)?.call_with_args(args, vm);
        if let Err(error) = &result
            && was_open
            && error.fast_isinstance(vm.ctx.exceptions.stop_iteration)
        {
            closed.store(false);
        }
        result
    }
}

#[pyclass(with(IterNext, Iterable))]
impl PyAthrow {
    #[pymethod(name = "__await__")]
    fn r#await(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pymethod]
    fn send(&self, value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        self.go_on("send", vec![value].into(), vm)
    }

    #[pymethod]
    fn throw(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        self.go_on("throw", args, vm)
    }

    #[pymethod]
    fn close(&self, vm: &VirtualMachine) -> PyResult {
        vm.call_method(&self.inner, "close", ())
    }
}

impl SelfIter for PyAthrow {}

impl IterNext for PyAthrow {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        PyIterReturn::from_pyresult(zelf.send(vm.ctx.none(), vm), vm)
    }
}

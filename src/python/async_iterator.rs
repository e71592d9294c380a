//! What `async for` goes through, where it is no asynchronous generator: the interpreter does not ask what an
//! `__anext__` gives for its `__await__`, so a future or an object of the program's cannot be awaited there.

use rustpython_vm::builtins::{PyAsyncGen, PyCoroutine};
use rustpython_vm::{AsObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass};

/// Stands before an asynchronous iterator.
#[pyclass(name = "async_iterator", module = false, traverse)]
#[derive(Debug, PyPayload)]
pub(super) struct PyAsyncIterator {
    iterator: PyObjectRef,
}

/// What `async for` is to iterate over instead of `object`.
///
/// # Errors
/// `TypeError` if it cannot be iterated over asynchronously.
pub(super) fn iterated(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    if object.downcastable::<PyAsyncGen>() {
        return Ok(object);
    }
    let class_name = |object: &PyObjectRef| object.class().name().to_string();
    if !object.class().has_attr(vm.ctx.intern_str("__aiter__")) {
        let name = class_name(&object);
        return Err(
            vm.new_type_error(format!("'async for' requires an object with __aiter__ method, got {name}"))
        );
    }
    let iterator = vm.call_method(&object, "__aiter__", ())?;
    if iterator.downcastable::<PyAsyncGen>() {
        return Ok(iterator);
    }
    if !iterator.class().has_attr(vm.ctx.intern_str("__anext__")) {
        let name = class_name(&iterator);
        return Err(vm.new_type_error(format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
        )));
    }
    Ok(PyAsyncIterator { iterator }.into_ref(&vm.ctx).into())
}

#[pyclass]
impl PyAsyncIterator {
    #[pymethod]
    fn __aiter__(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }

    #[pymethod]
    fn __anext__(&self, vm: &VirtualMachine) -> PyResult {
        let next = vm.call_method(&self.iterator, "__anext__", ())?;
        if next.downcastable::<PyCoroutine>() || !next.class().has_attr(vm.ctx.intern_str("__await__")) {
            return Ok(next);
        }
        vm.call_method(&next, "__await__", ())
    }
}

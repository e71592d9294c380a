//! Built-in types, put right where the interpreter has them otherwise than CPython.

use std::sync::OnceLock;

use rustpython_vm::builtins::{PyAsyncGen, PyCoroutine, PyStr, PyStrRef, PyType};
use rustpython_vm::function::{FuncArgs, IntoPyNativeFn, PyMethodFlags};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::athrow;
use super::compile::already_awaited;

/// The methods as they were, which ours call.
struct Originals {
    str_format: PyObjectRef,
    coroutine_throw: PyObjectRef,
}

static ORIGINALS: OnceLock<Originals> = OnceLock::new();

/// From here on, the types behave as CPython's.
///
/// # Errors
/// When a type lacks a method that is replaced.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let types = &vm.ctx.types;
    let originals = Originals {
        str_format: types.str_type.as_object().get_attr("__format__", vm)?,
        coroutine_throw: types.coroutine_type.as_object().get_attr("throw", vm)?,
    };
    ORIGINALS.get_or_init(|| originals);
    let suspended = |coroutine: PyRef<PyCoroutine>| coroutine.as_coro().suspended();
    let suspended = vm.ctx.new_readonly_getset("cr_suspended", types.coroutine_type, suspended);
    types.coroutine_type.set_attr(vm.ctx.intern_str("cr_suspended"), suspended.into());
    let suspended = |generator: PyRef<PyAsyncGen>| generator.as_coro().suspended();
    let suspended = vm.ctx.new_readonly_getset("ag_suspended", types.async_generator, suspended);
    types.async_generator.set_attr(vm.ctx.intern_str("ag_suspended"), suspended.into());
    types.async_generator.slots.repr.store(Some(repr_async_generator));
    types.mappingproxy_type.slots.str.store(Some(str_mapping_proxy));
    let shown = |generator: PyObjectRef, vm: &VirtualMachine| repr_async_generator(&generator, vm);
    put(types.async_generator, "__repr__", shown, vm);
    let shown = |proxy: PyObjectRef, vm: &VirtualMachine| str_mapping_proxy(&proxy, vm);
    put(types.mappingproxy_type, "__str__", shown, vm);
    athrow::keep_original(types.async_generator.as_object().get_attr("athrow", vm)?);
    put(types.async_generator, "athrow", athrow::athrow, vm);
    put(types.str_type, "__format__", format_str, vm);
    put(types.bool_type, "__format__", format_bool, vm);
    put(types.coroutine_type, "send", send, vm);
    put(types.coroutine_type, "throw", throw, vm);
    for class in [types.dict_type, types.dict_keys_type, types.dict_values_type, types.dict_items_type] {
        put(class, "__reversed__", reversed, vm);
    }
    // `for x in coroutine()` is an error; the interpreter runs the coroutine.
    types.coroutine_type.slots.iter.store(None);
    types.coroutine_type.slots.iternext.store(None);
    for name in ["__iter__", "__next__"] {
        types.coroutine_type.attributes.write().shift_remove(vm.ctx.intern_str(name));
    }
    Ok(())
}

/// Gives a class a method, in the place of its own.
fn put<Kind>(
    class: &'static Py<PyType>,
    name: &'static str,
    function: impl IntoPyNativeFn<Kind>,
    vm: &VirtualMachine,
) {
    let method = vm.ctx.new_method_def(name, function, PyMethodFlags::METHOD, None);
    class.set_attr(vm.ctx.intern_str(name), method.build_method(class, vm).into());
}

fn originals() -> &'static Originals {
    ORIGINALS.get().expect("the methods are replaced by what sets this")
}

/// A precision cuts the text before it is padded to its width; the interpreter cuts what it has padded.
fn format_str(text: PyStrRef, spec: PyStrRef, vm: &VirtualMachine) -> PyResult {
    let original = &originals().str_format;
    let spec_text = spec.to_string_lossy();
    let Some((before, precision)) = split_precision(&spec_text) else {
        return original.call((text, spec), vm);
    };
    let cut: String = text.to_string_lossy().chars().take(precision).collect();
    original.call((vm.ctx.new_str(cut), vm.ctx.new_str(before)), vm)
}

/// A format specification for text without its precision, and that precision.
fn split_precision(spec: &str) -> Option<(String, usize)> {
    let (before, kind) = match spec.strip_suffix('s') {
        Some(before) => (before, "s"),
        None => (spec, ""),
    };
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, digits) = before.split_at(before.len() - digits);
    let before = before.strip_suffix('.')?;
    Some((format!("{before}{kind}"), digits.parse().ok()?))
}

/// As `int` has it: with any specification, a truth value is a number.
fn format_bool(value: PyObjectRef, spec: PyStrRef, vm: &VirtualMachine) -> PyResult {
    if spec.is_empty() {
        return value.str(vm).map(Into::into);
    }
    let number: PyObjectRef = vm.ctx.new_int(i32::from(value.try_to_bool(vm)?)).into();
    vm.call_method(&number, "__format__", (spec,))
}

/// A coroutine that is through takes nothing more.
fn send(coroutine: PyRef<PyCoroutine>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
    let inner = coroutine.as_coro();
    if inner.closed() {
        return Err(already_awaited(vm));
    }
    inner.send(coroutine.as_object(), value, vm)
}

fn throw(coroutine: PyRef<PyCoroutine>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if coroutine.as_coro().closed() {
        return Err(already_awaited(vm));
    }
    args.prepend_arg(coroutine.into());
    originals().coroutine_throw.call_with_args(args, vm)
}

/// From the last to the first. The interpreter's own never ends where something was taken out before.
fn reversed(dict: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let forwards = vm.ctx.types.list_type.as_object().call((dict,), vm)?;
    vm.call_method(&forwards, "__reversed__", ())
}

fn repr_async_generator(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let Some(generator) = object.downcast_ref::<PyAsyncGen>() else {
        return Err(vm.new_type_error("an asynchronous generator is required"));
    };
    let name = generator.as_coro().qualname();
    Ok(vm.ctx.new_str(format!(
        "<async_generator object {} at {:#x}>",
        name.to_string_lossy(),
        super::address::of(object, vm)
    )))
}

fn str_mapping_proxy(proxy: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    vm.call_method(proxy, "copy", ())?.str(vm)
}

#[cfg(test)]
mod tests {
    use super::split_precision;

    #[test]
    fn the_precision_of_a_text_is_what_follows_the_last_dot() {
        let split = split_precision;
        assert_eq!(split("<12.3"), Some(("<12".to_owned(), 3)));
        assert_eq!(split("*^10.3s"), Some(("*^10s".to_owned(), 3)));
        assert_eq!(split(".3"), Some((String::new(), 3)));
        assert_eq!(split(".<10"), None);
        assert_eq!(split("10"), None);
    }
}

//! Built-in types, put right where the interpreter has them otherwise than CPython.

use std::sync::OnceLock;

use rustpython_vm::builtins::{
    PyAsyncGen, PyBaseExceptionRef, PyCode, PyCoroutine, PyListRef, PyStr, PyStrRef, PyTuple, PyType,
};
use rustpython_vm::bytecode::CodeFlags;
use rustpython_vm::function::{FuncArgs, IntoPyNativeFn, OptionalArg, PyMethodFlags};
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::athrow;
use super::compile::already_awaited;

/// CPython's bit for an asynchronous generator's code.
const ASYNC_GENERATOR: u32 = 0x200;

/// The methods as they were, which ours call.
struct Originals {
    add_note: PyObjectRef,
    str_format: PyObjectRef,
    str_join: PyObjectRef,
    str_format_method: PyObjectRef,
    list_remove: PyObjectRef,
    list_index: PyObjectRef,
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
        add_note: vm.ctx.exceptions.base_exception_type.as_object().get_attr("add_note", vm)?,
        str_format: types.str_type.as_object().get_attr("__format__", vm)?,
        str_join: types.str_type.as_object().get_attr("join", vm)?,
        str_format_method: types.str_type.as_object().get_attr("format", vm)?,
        list_remove: types.list_type.as_object().get_attr("remove", vm)?,
        list_index: types.list_type.as_object().get_attr("index", vm)?,
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
    put(types.str_type, "join", join, vm);
    put(types.str_type, "format", format_method, vm);
    put(types.list_type, "remove", remove, vm);
    put(types.list_type, "index", index, vm);
    put(types.bool_type, "__format__", format_bool, vm);
    // The interpreter gives these three bits to one kind of function, CPython one of its own.
    let flags = vm.ctx.new_readonly_getset("co_flags", types.code_type, code_flags);
    types.code_type.set_attr(vm.ctx.intern_str("co_flags"), flags.into());
    let exceptions = &vm.ctx.exceptions;
    put(exceptions.unicode_error, "add_note", add_note, vm);
    exceptions.tab_error.slots.init.store(exceptions.syntax_error.slots.init.load());
    vm.sys_module.set_attr("exit", vm.new_function("exit", exit), vm)?;
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

/// A coroutine's bit and a generator's make an asynchronous generator.
fn code_flags(code: PyRef<PyCode>) -> u32 {
    let flags = code.flags.bits();
    let both = (CodeFlags::COROUTINE | CodeFlags::GENERATOR).bits();
    if flags & both == both { flags & !both | ASYNC_GENERATOR } else { flags }
}

/// The interpreter notes which codec failed, as later versions do.
fn add_note(error: PyObjectRef, note: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let text = note.downcast_ref::<PyStr>().map(|note| note.to_string_lossy().into_owned());
    if text.is_some_and(|text| text.contains("coding with '") && text.ends_with("' codec failed")) {
        return Ok(vm.ctx.none());
    }
    originals().add_note.call((error, note), vm)
}

/// `sys.exit(status=None)`: without a status the exception has no arguments.
fn exit(status: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let status = status.into_option().filter(|status| !vm.is_none(status));
    let args = match status {
        None => Vec::new(),
        Some(status) => match status.downcast_ref::<PyTuple>() {
            Some(tuple) => tuple.as_slice().to_vec(),
            None => vec![status],
        },
    };
    Err(vm.new_exception(vm.ctx.exceptions.system_exit.to_owned(), args))
}

/// Says which item is no text.
fn join(separator: PyStrRef, items: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let is_sequence = items.class().is(vm.ctx.types.list_type) || items.class().is(vm.ctx.types.tuple_type);
    let items = if is_sequence {
        items
    } else {
        if items.class().slots.iter.load().is_none()
            && !items.class().has_attr(vm.ctx.intern_str("__getitem__"))
        {
            return Err(vm.new_type_error("can only join an iterable"));
        }
        vm.ctx.new_list(items.try_to_value(vm)?).into()
    };
    originals().str_join.call((separator, items.clone()), vm).map_err(|error| {
        let all: PyResult<Vec<PyObjectRef>> = items.try_to_value(vm);
        let wrong = all.ok().and_then(|all| {
            let at = all.iter().position(|item| !item.fast_isinstance(vm.ctx.types.str_type))?;
            Some((at, all[at].class().name().to_string()))
        });
        match wrong {
            Some((at, kind)) => {
                vm.new_type_error(format!("sequence item {at}: expected str instance, {kind} found"))
            }
            None => error,
        }
    })
}

/// Says which field of the format has no value.
fn format_method(text: PyStrRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let given = args.args.len();
    let mut all = args;
    all.prepend_arg(text.clone().into());
    originals().str_format_method.call_with_args(all, vm).map_err(|error| {
        let text = text.to_string_lossy();
        if error.fast_isinstance(vm.ctx.exceptions.index_error)
            && let Some(missing) = first_missing_field(&text, given)
        {
            let message = format!("Replacement index {missing} out of range for positional args tuple");
            return vm.new_index_error(message);
        }
        let is_alone = error.fast_isinstance(vm.ctx.exceptions.value_error) && ends_in_open_brace(&text);
        if is_alone { vm.new_value_error("Single '{' encountered in format string") } else { error }
    })
}

/// Whether the last thing in a format is a brace that opens.
fn ends_in_open_brace(format: &str) -> bool {
    let braces = format.len() - format.trim_end_matches('{').len();
    braces % 2 == 1
}

/// The first field of a format whose number is beyond what is given.
fn first_missing_field(format: &str, given: usize) -> Option<usize> {
    let mut next = 0;
    let mut rest = format;
    while let Some(at) = rest.find('{') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            rest = after;
            continue;
        }
        let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        let number = if name.is_empty() {
            next += 1;
            Some(next - 1)
        } else {
            name.parse().ok()
        };
        if let Some(number) = number.filter(|&number| number >= given) {
            return Some(number);
        }
    }
    None
}

fn remove(list: PyListRef, item: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    originals().list_remove.call((list, item), vm).map_err(|error| {
        let is_missing = is_said(&error, " is not in list", vm);
        if is_missing { vm.new_value_error("list.remove(x): x not in list") } else { error }
    })
}

fn index(list: PyListRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let item = args.args.first().cloned();
    args.prepend_arg(list.into());
    originals().list_index.call_with_args(args, vm).map_err(|error| {
        let shown =
            item.filter(|_| is_said(&error, " is not in list", vm)).and_then(|item| item.repr(vm).ok());
        match shown {
            Some(shown) => vm.new_value_error(format!("{} is not in list", shown.to_string_lossy())),
            None => error,
        }
    })
}

/// Whether a `ValueError` ends in this.
fn is_said(error: &PyBaseExceptionRef, end: &str, vm: &VirtualMachine) -> bool {
    let args = error.args();
    let text = args
        .as_slice()
        .first()
        .and_then(|text| text.downcast_ref::<PyStr>().map(|text| text.to_string_lossy()));
    error.fast_isinstance(vm.ctx.exceptions.value_error) && text.is_some_and(|text| text.ends_with(end))
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
    use super::{first_missing_field, split_precision};

    #[test]
    fn the_first_field_without_a_value_is_found() {
        assert_eq!(first_missing_field("{} {{}} {}", 1), Some(1));
        assert_eq!(first_missing_field("{0} {5:>3}", 2), Some(5));
        assert_eq!(first_missing_field("{name} {}", 1), None);
    }

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

//! CPython's wording of the errors that beginners meet, where the interpreter words them differently.
//!
//! The texts are made deep inside the interpreter, so they are put right where they are shown: `str` and `repr`
//! of the errors of a few types. Only texts that are the interpreter's own to the letter are touched.

use rustpython_vm::builtins::{PyBaseException, PyStr};
use rustpython_vm::function::PyMethodFlags;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, identifier};

/// From here on, errors are shown in CPython's words.
pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.exceptions;
    for class in [types.type_error, types.index_error, types.value_error, types.unbound_local_error, types.recursion_error] {
        class.slots.str.store(Some(str));
        class.slots.repr.store(Some(repr));
        // `str()` looks for the method; the slot is for whoever asks the type.
        let shown = |error: PyObjectRef, vm: &VirtualMachine| str(&error, vm);
        let method = vm.ctx.new_method_def("__str__", shown, PyMethodFlags::METHOD, None);
        class.set_attr(identifier!(vm, __str__), method.build_method(class, vm).into());
    }
}

/// The error's only argument in CPython's words, where it has one that needs them.
fn reworded(object: &PyObject) -> Option<String> {
    let error = object.downcast_ref::<PyBaseException>()?;
    let args = error.args();
    let [text] = args.as_slice() else { return None };
    cpython(&text.downcast_ref::<PyStr>()?.to_string_lossy())
}

fn str(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    if let Some(text) = reworded(object) {
        return Ok(vm.ctx.new_str(text));
    }
    // As `BaseException.__str__` has it.
    let Some(error) = object.downcast_ref::<PyBaseException>() else { return object.repr(vm) };
    let args = error.args();
    match args.as_slice() {
        [] => Ok(vm.ctx.empty_str.to_owned()),
        [only] => only.str(vm),
        _ => args.as_object().str(vm),
    }
}

fn repr(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let name = object.class().name().to_string();
    let inside = match (reworded(object), object.downcast_ref::<PyBaseException>()) {
        (Some(text), _) => {
            let shown: rustpython_vm::PyObjectRef = vm.ctx.new_str(text).into();
            shown.repr(vm)?.to_string_lossy().into_owned()
        }
        (None, Some(error)) => match error.args().as_slice() {
            [only] => only.repr(vm)?.to_string_lossy().into_owned(),
            args => {
                let args: PyResult<Vec<String>> =
                    args.iter().map(|arg| Ok(arg.repr(vm)?.to_string_lossy().into_owned())).collect();
                args?.join(", ")
            }
        },
        (None, None) => String::new(),
    };
    Ok(vm.ctx.new_str(format!("{name}({inside})")))
}

/// What stands between `before` and `after`, if that is the whole text.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.strip_prefix(before)?.strip_suffix(after)
}

/// The interpreter's text in CPython's words; nothing where they are the same.
fn cpython(text: &str) -> Option<String> {
    if let Some(name) = between(text, "'", "' object can't be awaited") {
        return Some(format!("object {name} can't be used in 'await' expression"));
    }
    if let Some(name) = between(text, "local variable '", "' referenced before assignment") {
        return Some(format!("cannot access local variable '{name}' where it is not associated with a value"));
    }
    if let Some((start, _)) = text.split_once(" context manager protocol (missed ") {
        return Some(format!("{start} context manager protocol"));
    }
    if let Some(rest) = text.strip_prefix("class ").filter(|rest| rest.contains(" for abstract method")) {
        return Some(abstract_class(rest));
    }
    whole(text).or_else(|| argument(text)).or_else(|| concatenation(text)).or_else(|| indices(text)).or_else(|| {
        let rest = text.split_once(" format: a number is required, not ")?;
        Some(format!("{} format: a real number is required, not {}", rest.0, rest.1))
    })
}

/// Texts that are always the same.
fn whole(text: &str) -> Option<String> {
    let cpython = match text {
        "index out of range" => "string index out of range",
        "maximum recursion depth exceeded " => "maximum recursion depth exceeded",
        "byte must be in range(0, 256)" => "bytes must be in range(0, 256)",
        _ => return None,
    };
    Some(cpython.to_owned())
}

/// What is said of an argument or an object of the wrong type.
fn argument(text: &str) -> Option<String> {
    if text.starts_with("exceptions must be classes or instances deriving from BaseException, not ") {
        return Some("exceptions must derive from BaseException".to_owned());
    }
    for kind in ["isinstance() arg 2 must be a type, a tuple of types, or a union", "issubclass() arg 1 must be a class"] {
        if text.strip_prefix(kind).is_some_and(|rest| rest.starts_with(", not ")) {
            return Some(kind.to_owned());
        }
    }
    if let Some(name) = between(text, "an integer is required (got type ", ")") {
        return Some(format!("'{name}' object cannot be interpreted as an integer"));
    }
    if let Some(name) = text.strip_suffix(" object is not an iterator").filter(|name| !name.starts_with('\'')) {
        return Some(format!("'{name}' object is not an iterator"));
    }
    for (verb, ours) in [("does not support item assignment", "does not"), ("does not support item deletion", "doesn't")] {
        if let Some(name) = between(text, "'", &format!("' {verb}")) {
            return Some(format!("'{name}' object {ours}{}", verb.trim_start_matches("does not")));
        }
    }
    None
}

/// `A without an implementation for abstract methods 'foo', 'bar'`: CPython sorts them.
fn abstract_class(rest: &str) -> String {
    let sorted = rest.split_once(" for abstract methods ").map(|(start, names)| {
        let mut names: Vec<&str> = names.split(", ").collect();
        names.sort_unstable();
        format!("{start} for abstract methods {}", names.join(", "))
    });
    format!("Can't instantiate abstract class {}", sorted.as_deref().unwrap_or(rest))
}

fn concatenation(text: &str) -> Option<String> {
    let says = |kind, other| Some(format!("can only concatenate {kind} (not \"{other}\") to {kind}"));
    for operator in ["+", "+="] {
        let before = format!("unsupported operand type(s) for {operator}: 'str' and '");
        if let Some(other) = between(text, &before, "'") {
            return says("str", other);
        }
    }
    if let Some(other) = text.strip_prefix("Cannot add list and ") {
        return says("list", other);
    }
    says("tuple", between(text, "can only concatenate tuple (not '", "') to tuple")?)
}

fn indices(text: &str) -> Option<String> {
    let middle = " indices must be integers or slices or classes that override __index__ operator, not '";
    let (kind, other) = text.strip_suffix('\'')?.split_once(middle)?;
    Some(match kind {
        "str" => format!("string indices must be integers, not '{other}'"),
        kind => format!("{kind} indices must be integers or slices, not {other}"),
    })
}

#[cfg(test)]
mod tests {
    use super::cpython;

    #[test]
    fn the_interpreters_words_become_cpythons() {
        for (ours, theirs) in [
            ("'int' object can't be awaited", "object int can't be used in 'await' expression"),
            (
                "unsupported operand type(s) for +: 'str' and 'int'",
                "can only concatenate str (not \"int\") to str",
            ),
            ("an integer is required (got type str)", "'str' object cannot be interpreted as an integer"),
            ("Cannot add list and int", "can only concatenate list (not \"int\") to list"),
            (
                "can only concatenate tuple (not 'list') to tuple",
                "can only concatenate tuple (not \"list\") to tuple",
            ),
            (
                "class A without an implementation for abstract methods 'foo', 'bar'",
                "Can't instantiate abstract class A without an implementation for abstract methods 'bar', 'foo'",
            ),
            (
                "'int' object does not support the context manager protocol (missed __exit__ method)",
                "'int' object does not support the context manager protocol",
            ),
        ] {
            assert_eq!(cpython(ours).as_deref(), Some(theirs));
            assert_eq!(cpython(theirs), None, "it is not touched twice");
        }
        assert_eq!(cpython("unsupported operand type(s) for +: 'int' and 'str'"), None);
    }
}
